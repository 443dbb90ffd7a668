import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa, { type ParseConfig } from 'papaparse';
import { print } from './bench.ts';
import { writeCallFile } from './callFile.ts';
import { rollUpCalls } from './rollUpCalls.ts';

const million = 1_000_000;
const goal = 3;
const rounds = 3;
const chunkSize = 2 ** 18;

/** What papaparse can make of a file: the last is nearest to what an import needs. */
const papas: readonly { readonly name: string; readonly config: ParseConfig }[] = [
  { name: 'lists of texts', config: {} },
  { name: 'texts by column', config: { header: true } },
  { name: 'texts and numbers by column', config: { header: true, dynamicTyping: true } },
];

/**
 * A million calls, but for keeping them: the file is read, parsed and rolled up. Goals: three times as fast as
 * papaparse only parses it, and memory that does not depend on the size of the file.
 */
export async function benchImport(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zeven-'));
  const path = join(folder, 'calls.csv');
  const size = await writeCallFile(path, million);
  print(`Importing ${million.toLocaleString('en')} calls from disk, ${(size / 2 ** 20).toFixed(0)} MB`);
  const ours = await fastest(() => rollUpCalls(createReadStream(path, { highWaterMark: chunkSize })));
  print(`  parsed and rolled up: ${ours.toFixed(2)} s`);
  for (const { name, config } of papas) {
    const theirs = await fastest(() => parseByPapa(path, config));
    print(`  papaparse, ${name}: ${theirs.toFixed(2)} s, ${(theirs / ours).toFixed(1)}× (goal ≥ ${goal}×)`);
  }
  await rm(folder, { recursive: true });

  const [small, large] = [await peak(million), await peak(10 * million)];
  print(`  most memory: ${small} MB; of ten times as many ${large} MB, ${(large / small).toFixed(2)}×`);
}

/** Seconds of the processor in the fastest of the rounds, the one least disturbed. */
async function fastest(count: () => Promise<number>): Promise<number> {
  let seconds = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    const counted = await count();
    const { user, system } = process.cpuUsage(start);
    if (counted !== million) throw new Error(`${counted} calls were read`);
    seconds = Math.min(seconds, (user + system) / 1_000_000);
  }
  return seconds;
}

function parseByPapa(path: string, config: ParseConfig): Promise<number> {
  const file = createReadStream(path, { highWaterMark: chunkSize, encoding: 'utf8' });
  // Where it makes no columns of the header, that is a row.
  let rows = config.header ? 0 : -1;
  return new Promise((resolve, reject) => {
    Papa.parse(file, {
      ...config,
      delimiter: ';',
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => resolve(rows),
      error: reject,
    });
  });
}

/** Otherwise V8 lets as much garbage lie as there is memory for, and what is measured is that. */
const youngMemory = '--max-semi-space-size=16';

/** The most memory (MB) that a program of its own takes that rolls up so many calls. */
async function peak(calls: number): Promise<number> {
  const program = new URL('importMemory.ts', import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, [
    youngMemory,
    program.pathname,
    String(calls),
  ]);
  return Number(stdout);
}
