import type { FactKind } from '../../shared/fact/factKind.ts';
import type { Refusal } from '../../shared/fact/refusal.ts';
import type {
  ImportFailure,
  ImportResult,
  ImportRun,
  ImportSummary,
  Imports,
} from '../../shared/imports/importRun.ts';

/** Two lines of a file of telephone calls that cannot be used. */
export const someRefusals: readonly Refusal[] = [
  { line: 17, column: 'begin', reason: 'notATime' },
  { line: 204, column: 'wachtrij', reason: 'unknownDepartment' },
];

export function summaryOf(counts: Partial<ImportSummary>): ImportSummary {
  return { records: 0, added: 0, changed: 0, unchanged: 0, refused: 0, refusals: [], ...counts };
}

/** Of 1,204 calls, 14 cannot be used. */
export const mostlyGood = summaryOf({
  records: 1_204,
  added: 1_190,
  refused: 14,
  refusals: [...someRefusals],
});

export function imported(summary: ImportSummary, isDryRun: boolean): ImportResult {
  return { kind: 'imported', isDryRun, summary };
}

export function failed(failure: Partial<ImportFailure>): ImportResult {
  return { kind: 'failed', failure: { reason: 'missingColumns', details: [], refusals: [], ...failure } };
}

const kinds: readonly (readonly [id: string, kind: FactKind, isFile: boolean])[] = [
  ['calls', 'calls', true],
  ['3cx-cdr', 'calls', true],
  ['3cx-report', 'calls', true],
  ['cases', 'cases', true],
  ['ratings', 'ratings', true],
  ['responses', 'responses', true],
  ['web', 'webCounts', true],
  ['uptime-kuma', 'probes', true],
  ['zgw', 'cases', false],
  ['matomo', 'webCounts', false],
];

function run(source: string, startedAt: string, rest: Partial<ImportRun>): ImportRun {
  return {
    source,
    name: source,
    startedAt,
    finishedAt: startedAt,
    state: 'done',
    summary: null,
    failure: null,
    ...rest,
  };
}

const runs: readonly ImportRun[] = [
  run('zgw', '2026-11-25T03:04:00Z', {
    state: 'failed',
    failure: { reason: 'unreachable', details: ['https://openzaak.example'], refusals: [] },
  }),
  run('calls', '2026-11-24T08:05:00Z', { name: 'gesprekken-week-47.csv', summary: mostlyGood }),
  run('matomo', '2026-11-24T03:02:00Z', {
    summary: summaryOf({ records: 310, added: 10, changed: 2, unchanged: 298 }),
  }),
  run('ratings', '2026-11-02T13:30:00Z', {
    name: 'enquete-oktober.csv',
    summary: summaryOf({ records: 86, added: 86 }),
  }),
  run('uptime-kuma', '2025-12-30T09:00:00Z', { name: 'kuma.csv', state: 'interrupted', finishedAt: null }),
];

/** Some sources were used, one of them fails. */
export const typicalImports: Imports = importsOf(runs);

export const noImports: Imports = importsOf([]);

function importsOf(all: readonly ImportRun[]): Imports {
  return {
    municipality: 'Gemeente Waterland',
    sources: kinds.map(([id, kind, isFile]) => ({
      id,
      kind,
      isFile,
      last: all.find(({ source }) => source === id) ?? null,
    })),
    runs: [...all],
  };
}
