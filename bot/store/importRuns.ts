import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { type ImportResult, ImportResultSchema, type ImportRun } from '../../shared/imports/importRun.ts';
import { settings } from '../../shared/settings.ts';
import { InstantColumn, JsonColumn, listRows, readRow } from './rows.ts';
import type { Storage } from './storage.ts';

/** An import that has begun; `alive` says that somebody is still at it. */
export interface StartedRun {
  alive(): Promise<void>;
  finish(result: ImportResult): Promise<void>;
}

const RunRow = v.object({
  source: v.string(),
  name: v.string(),
  startedAt: InstantColumn,
  aliveAt: InstantColumn,
  finishedAt: v.optional(InstantColumn),
  result: v.optional(JsonColumn(ImportResultSchema)),
});

/** A row of an import, as it is written. */
interface RunColumns extends v.InferInput<typeof RunRow> {
  readonly partitionKey: string;
  readonly rowKey: string;
}

/** Later than any instant that there will be, in milliseconds: the last run has the first key. */
const endOfTime = 8_640_000_000_000_000;

/**
 * What was imported and when (table Imports, rows `run_<…>`, the last first; the last one of each source once
 * more, in `last_<source>`) and what municipalities set for their sources (rows `mapping_<source>`). One
 * partition a tenant.
 */
export function openImports(storage: Storage, now: () => Temporal.Instant = Temporal.Now.instant) {
  const table = storage.table('Imports');

  async function put(row: RunColumns): Promise<void> {
    const last = { ...row, rowKey: `last_${row.source}` };
    await table.submitTransaction([
      ['upsert', { ...row }, 'Replace'],
      ['upsert', last, 'Replace'],
    ]);
  }

  return {
    /** Notes that an import begins, so that one that is broken off does not go unnoticed. */
    async begin(tenant: string, source: string, name: string): Promise<StartedRun> {
      const startedAt = now();
      const key = String(endOfTime - startedAt.epochMilliseconds).padStart(16, '0');
      const row = {
        partitionKey: tenant,
        rowKey: `run_${key}_${source}`,
        source,
        name,
        startedAt: startedAt.toString(),
        aliveAt: startedAt.toString(),
      };
      await put(row);
      return {
        async alive() {
          await put({ ...row, aliveAt: now().toString() });
        },
        async finish(result) {
          const finishedAt = now().toString();
          await put({ ...row, aliveAt: finishedAt, finishedAt, result: JSON.stringify(result) });
        },
      };
    },

    /** The last imports, the latest first. */
    async listRuns(tenant: string): Promise<ImportRun[]> {
      const runs: ImportRun[] = [];
      for await (const row of listRows(table, tenant, 'run_')) {
        runs.push(runOf(v.parse(RunRow, row), now()));
        if (runs.length === settings.imports.shownRuns) break;
      }
      return runs;
    },

    /** The last import of each source that had one, by the source's id. */
    async readLast(tenant: string): Promise<ReadonlyMap<string, ImportRun>> {
      const last = new Map<string, ImportRun>();
      for await (const row of listRows(table, tenant, 'last_')) {
        const run = runOf(v.parse(RunRow, row), now());
        last.set(run.source, run);
      }
      return last;
    },

    /** What was set for a source, as it was given; undefined when nothing was. */
    async readMapping(tenant: string, source: string): Promise<unknown> {
      const row = await readRow(table, tenant, `mapping_${source}`);
      return row && v.parse(JsonColumn(v.unknown()), row['mapping']);
    },

    async putMapping(tenant: string, source: string, mapping: unknown): Promise<void> {
      const row = { partitionKey: tenant, rowKey: `mapping_${source}`, mapping: JSON.stringify(mapping) };
      await table.upsertEntity(row, 'Replace');
    },
  };
}

function runOf(row: v.InferOutput<typeof RunRow>, now: Temporal.Instant): ImportRun {
  const { source, name, startedAt, aliveAt, finishedAt, result } = row;
  const silent = now.since(aliveAt).total('seconds');
  const unfinished = silent > settings.imports.silentSeconds ? 'interrupted' : 'running';
  return {
    source,
    name,
    startedAt: startedAt.toString(),
    finishedAt: finishedAt?.toString() ?? null,
    state: result === undefined ? unfinished : result.kind === 'imported' ? 'done' : 'failed',
    summary: result?.kind === 'imported' ? result.summary : null,
    failure: result?.kind === 'failed' ? result.failure : null,
  };
}
