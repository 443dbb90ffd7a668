import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { importFile } from '../../../bot/imports/importFile.ts';
import type { FileSource } from '../../../bot/imports/source.ts';
import type { Call } from '../../../shared/fact/call.ts';
import { BadFile } from '../../../shared/fact/refusal.ts';
import { readMonth } from '../../rig/readMonth.ts';
import { type TestServices, testServices } from '../../rig/services.ts';

const tenant = '7e000000-0000-4000-8000-000000000001';
let services: TestServices;
beforeEach(async () => {
  services = await testServices();
  services.itIs('2026-05-01T09:00+02:00');
});

/** A source as plain as can be: "id day wait" a line, `?` for what cannot be read, `!` for another format. */
const lines: FileSource<'calls', { readonly queue: string }> = {
  id: 'lines',
  kind: 'calls',
  mapping: v.object({ queue: v.optional(v.string(), 'kcc') }),
  async *read(file, { mapping }) {
    let text = '';
    for await (const chunk of file) text += Buffer.from(chunk).toString();
    if (text.startsWith('!')) throw new BadFile('otherFormat');
    for (const [index, line] of text.split('\n').filter(Boolean).entries()) {
      if (line.startsWith('?')) {
        yield { records: 1, facts: [], refused: [{ line: index + 1, column: 'wait', reason: 'notANumber' }] };
        continue;
      }
      const [id = '', day = '', wait = ''] = line.split(' ');
      const fact: Call = {
        id,
        day,
        second: 0,
        department: mapping.queue,
        waitSeconds: Number(wait),
        talkSeconds: 60,
        isAnswered: true,
        transfer: undefined,
      };
      yield { records: 1, facts: [fact], refused: [] };
    }
  },
};

function importLines(text: string, { isDryRun = false } = {}) {
  const open = async function* () {
    yield Buffer.from(text);
  };
  return importFile(tenant, lines, { name: 'calls.txt', open, isDryRun }, services);
}

async function serviceLevel(month = '2026-04') {
  const { answers } = await readMonth(tenant, month, services);
  const answer = answers.find(({ id }) => id === 'serviceLevel');
  return answer && [answer.numerator, answer.denominator];
}

const twoDays = 'a 2026-04-23 20\nb 2026-04-23 200\nc 2026-04-24 90\n';

describe('a file', () => {
  it('comes in, and its figures with it', async () => {
    expect(await importLines(twoDays)).toEqual({
      kind: 'imported',
      isDryRun: false,
      summary: { records: 3, added: 3, changed: 0, unchanged: 0, refused: 0, refusals: [] },
    });
    expect(await serviceLevel()).toEqual([2, 3]);
  });

  it('imported again changes nothing', async () => {
    await importLines(twoDays);
    const writing = vi.spyOn(services.store.rollups, 'write');
    expect(await importLines(twoDays)).toMatchObject({ summary: { added: 0, changed: 0, unchanged: 3 } });
    expect(writing).not.toHaveBeenCalled();
    expect(await serviceLevel()).toEqual([2, 3]);
  });

  it('that corrects one replaces what was said before', async () => {
    await importLines(twoDays);
    expect(await importLines('b 2026-04-23 45\n')).toMatchObject({ summary: { changed: 1 } });
    expect(await serviceLevel()).toEqual([3, 3]);
  });

  it('of late facts makes an old month right', async () => {
    await importLines(twoDays);
    await importLines('old 2025-12-31 500\n');
    expect(await serviceLevel('2025-12')).toEqual([0, 1]);
    expect(await serviceLevel()).toEqual([2, 3]);
  });

  it('has its bad lines refused by number and reason, and the rest goes in', async () => {
    const result = await importLines(`${twoDays}?\n`);
    expect(result).toMatchObject({
      kind: 'imported',
      summary: {
        records: 4,
        added: 3,
        refused: 1,
        refusals: [{ line: 4, column: 'wait', reason: 'notANumber' }],
      },
    });
    expect(await serviceLevel()).toEqual([2, 3]);
  });

  it('in a dry run is counted, and nothing of it is kept', async () => {
    const result = await importLines(twoDays, { isDryRun: true });
    expect(result).toMatchObject({ isDryRun: true, summary: { added: 3 } });
    expect(await serviceLevel()).toEqual([0, 0]);
    expect(await services.store.imports.listRuns(tenant)).toEqual([]);
  });
});

describe('a bad file changes nothing', () => {
  it.each([
    ['of another format', '!', 'otherFormat'],
    ['that is empty', '', 'empty'],
    ['of which most is refused', 'a 2026-04-23 1\n?\n?\n', 'mostlyRefused'],
  ])('%s', async (_, text, reason) => {
    await importLines(twoDays);
    expect(await importLines(text)).toMatchObject({ kind: 'failed', failure: { reason } });
    expect(await serviceLevel()).toEqual([2, 3]);
    const [last] = await services.store.imports.listRuns(tenant);
    expect(last).toMatchObject({ state: 'failed', failure: { reason } });
  });

  it('and neither does one under a mapping that is wrong', async () => {
    await services.store.imports.putMapping(tenant, 'lines', { queue: 7 });
    expect(await importLines(twoDays)).toMatchObject({
      failure: { reason: 'badMapping', details: [expect.stringContaining('queue')] },
    });
  });
});

it('uses what was set for the source', async () => {
  await services.store.imports.putMapping(tenant, 'lines', { queue: 'burgerzaken' });
  await importLines(twoDays);
  const [call] = await services.store.facts.readDay(tenant, 'calls', '2026-04-23');
  expect(call?.department).toBe('burgerzaken');
});

describe('an import that is broken off', () => {
  it('is seen, leaves its figures to the worker, and is finished by importing again', async () => {
    vi.spyOn(services.store.rollups, 'write').mockRejectedValueOnce(new Error('the program dies here'));
    await expect(importLines(twoDays)).rejects.toThrow('dies here');
    const state = async () => (await services.store.imports.listRuns(tenant))[0]?.state;
    expect(await state()).toBe('running');
    const { work } = await services.store.pulse.read(5_000);
    expect(work).toBe(1);
    expect(await importLines(twoDays)).toMatchObject({ kind: 'imported', summary: { unchanged: 3 } });
    expect(await state()).toBe('done');
  });
});
