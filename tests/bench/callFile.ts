import { open } from 'node:fs/promises';
import { seededRandom } from '../../bot/demo/random.ts';

/** A day has so many calls: that of a city of a million inhabitants. */
const callsADay = 4_000;
const linesAChunk = 2_000;
const day = 86_400_000;
const firstDay = Date.parse('2025-01-01T00:00:00Z');

const queues = ['KCC', 'KCC', 'KCC', 'Grondzaken', 'Vergunningen'];

/** A file of calls in the usual columns of source `calls`, in the order of time, chunk by chunk. */
export async function* callFile(lines: number): AsyncGenerator<Uint8Array> {
  const random = seededRandom('calls');
  yield Buffer.from(
    'id;begin;wachtrij;wachttijd;gesprekstijd;beantwoord;doorverbonden naar;doorverbonden opgenomen\n',
  );
  let chunk = '';
  for (let number = 0; number < lines; number++) {
    // Ten million calls come round to the first day again.
    const start =
      firstDay + (Math.floor(number / callsADay) % 690) * day + 28_800_000 + (number % callsADay) * 9_000;
    const time = new Date(start).toISOString().slice(0, 19).replace('T', ' ');
    const isAnswered = random.chance(0.9);
    const wait = Math.floor(random.next() * 120);
    const talk = isAnswered ? Math.floor(random.next() * 600) : 0;
    const transfer =
      isAnswered && random.chance(0.2) ? `Grondzaken;${random.chance(0.9) ? 'ja' : 'nee'}` : ';';
    const queue = queues[number % queues.length];
    chunk += `${1_764_000_000 + number}.${number % 97};${time};${queue};${wait};${talk};${isAnswered ? 'ja' : 'nee'};${transfer}\n`;
    if (number % linesAChunk === linesAChunk - 1 || number === lines - 1) {
      yield Buffer.from(chunk);
      chunk = '';
    }
  }
}

/** Writes such a file. @returns its size in bytes. */
export async function writeCallFile(path: string, lines: number): Promise<number> {
  const file = await open(path, 'w');
  let size = 0;
  for await (const chunk of callFile(lines)) {
    await file.write(chunk);
    size += chunk.length;
  }
  await file.close();
  return size;
}
