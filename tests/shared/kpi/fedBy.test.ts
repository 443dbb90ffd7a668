import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { type FactKind, type FactOf, factKinds } from '../../../shared/fact/factKind.ts';
import { fedBy } from '../../../shared/kpi/fedBy.ts';
import { kpiIds } from '../../../shared/kpi/kpi.ts';
import { measureFacts } from '../../../shared/kpi/measure/facts.ts';
import { testMunicipality } from '../municipality.ts';

const day = '2026-04-20';
const of = { id: 'kapvergunning', department: 'vergunningen', process: 'kapvergunning' };

/** A fact of each kind that adds to everything it can add to. */
const facts: { readonly [Kind in FactKind]: FactOf[Kind] } = {
  calls: {
    ...of,
    department: 'kcc',
    day,
    second: 36_000,
    waitSeconds: 20,
    talkSeconds: 200,
    isAnswered: true,
    transfer: { department: 'grondzaken', isPickedUp: true },
  },
  responses: { ...of, receivedOn: day, respondedOn: day },
  cases: { ...of, startedOn: day, dueOn: day, closedOn: day },
  ratings: { ...of, day, score: 8, about: 'case', remark: '' },
  webCounts: { ...of, day, handled: 3 },
  probes: { id: 'site', day, minutes: '1'.repeat(1_440) },
};

function measuredFor<Kind extends FactKind>(kind: Kind): Set<string> {
  const measurements = measureFacts(kind, [facts[kind]], {
    calendar: createCalendar(defaultRules),
    municipality: testMunicipality,
    now: Temporal.Instant.from('2026-04-24T10:00:00+02:00'),
  });
  return new Set(measurements.map(({ kpi }) => kpi).filter((kpi) => kpiIds.some((id) => id === kpi)));
}

it.each(factKinds)('%s feed the norms that the page of measurements says', (kind) => {
  expect(measuredFor(kind)).toEqual(new Set(fedBy[kind]));
});
