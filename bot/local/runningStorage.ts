import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const RunningSchema = v.pipe(v.string(), v.parseJson(), v.object({ connectionString: v.string() }));

/**
 * Says where the local storage can be reached while `npm start` runs, so that a command works on it too: two
 * Azurites on the same files would lose data.
 * @param folder of `npm start`.
 */
export async function noteRunning(folder: string, connectionString: string) {
  const file = fileIn(folder);
  await writeFile(file, JSON.stringify({ connectionString }));
  return { forget: () => rm(file, { force: true }) };
}

/** The connection string of the local storage that runs; undefined when none does, whatever was noted. */
export async function findRunning(folder: string): Promise<string | undefined> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => '');
  const noted = v.safeParse(RunningSchema, text);
  if (!noted.success) return undefined;
  const { connectionString } = noted.output;
  const [, table = ''] = /TableEndpoint=([^;]+)/.exec(connectionString) ?? [];
  const isThere = await fetch(table).then(
    () => true,
    () => false,
  );
  return isThere ? connectionString : undefined;
}

function fileIn(folder: string): string {
  return join(folder, 'running.json');
}
