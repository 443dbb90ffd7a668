import { beforeEach, describe, expect, it } from 'vitest';
import { importContacts } from '../../../bot/contact/importContacts.ts';
import { keepFacts } from '../../../bot/imports/keepFacts.ts';
import { type Difference, rebuild } from '../../../bot/scorecard/rebuild.ts';
import type { Case } from '../../../shared/fact/case.ts';
import type { WebCount } from '../../../shared/fact/webCount.ts';
import { type TestServices, testServices } from '../../rig/services.ts';
import { someId, someRegistration } from '../registered.ts';

const tenant = '7e000000-0000-4000-8000-000000000001';
let services: TestServices;
beforeEach(async () => {
  services = await testServices();
  services.itIs('2026-05-01T09:00+02:00');
  const contacts = ['2026-03-20', '2026-04-24'].map((day) => someRegistration({}, someId(day)));
  await importContacts(tenant, contacts, services);
  const count: WebCount = { id: 'paspoort', day: '2026-04-24', handled: 7 };
  await keepFacts(tenant, 'webCounts', 'web', lotOf(count), services, { isDryRun: false });
  await keepFacts(tenant, 'cases', 'cases', lotOf(aCase), services, { isDryRun: false });
});

const aCase: Case = {
  id: 'Z1',
  department: 'vergunningen',
  process: 'bouwen',
  startedOn: '2026-02-02',
  dueOn: '2026-04-01',
  closedOn: undefined,
};

async function* lotOf<Fact>(...facts: Fact[]): AsyncGenerator<Fact[]> {
  yield facts;
}

async function months() {
  const read = await services.store.rollups.readMonths(tenant, '2026-01', '2026-12');
  return Array.from(read, ([month, { measurements }]) => [
    month,
    measurements.map((one) => JSON.stringify(one)).sort(),
  ]);
}

async function rebuilt(): Promise<Difference[]> {
  const steps = rebuild(tenant, services);
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

describe('rebuilding', () => {
  it('finds nothing to change where all is right', async () => {
    const before = await months();
    expect(await rebuilt()).toEqual([]);
    expect(await months()).toEqual(before);
  });

  it('makes right what was not, takes away what follows from nothing, and says so', async () => {
    const before = await months();
    const { rollups } = services.store;
    const april = await rollups.read(tenant, '2026-04');
    const [first, ...others] = april?.measurements ?? [];
    if (april === undefined || first === undefined) return expect.fail('April was measured');
    const wrong = { ...first, numerator: 99 };
    const fromNothing = { ...first, source: 'probes' as const, day: '2026-04-02', kpi: 'uptime' as const };
    await rollups.write(
      tenant,
      '2026-04',
      { ...april, measurements: [wrong, fromNothing, ...others] },
      april.etag,
    );
    expect(await rebuilt()).toEqual([
      { month: '2026-04', source: first.source, count: 1 },
      { month: '2026-04', source: 'probes', count: 1 },
    ]);
    const after = await months();
    expect(after.map(([month, measurements]) => [month, measurements?.length])).toEqual(
      before.map(([month, measurements]) => [month, measurements?.length]),
    );
    expect(await rebuilt()).toEqual([]);
  });
});
