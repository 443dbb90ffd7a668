import { BadFile } from '../../../shared/fact/refusal.ts';
import { type CsvOptions, type CsvRecord, csvScanner } from '../csv/csvScanner.ts';
import type { ReadPart } from '../source.ts';
import { CallSink } from './callSink.ts';

export interface CallReader {
  /** The next record, a header too. It is one and the same object: keep nothing of it. */
  take(record: CsvRecord): void;
  /**
   * The file has ended: gives what was held back.
   * @throws BadFile when the file as a whole is not what it was said to be.
   */
  end(): void;
}

/**
 * Reads the calls of a file part by part.
 * @throws BadFile
 */
export async function* readCalls(
  file: AsyncIterable<Uint8Array>,
  options: CsvOptions,
  open: (sink: CallSink) => CallReader,
): AsyncGenerator<ReadPart<'calls'>> {
  const sink = new CallSink();
  const reader = open(sink);
  let isEmpty = true;
  const scanner = csvScanner(
    options,
    (record) => {
      isEmpty = false;
      reader.take(record);
    },
    (refusal) => {
      sink.count();
      sink.refuse(refusal);
    },
  );
  for await (const chunk of file) {
    scanner.push(chunk);
    yield sink.takePart();
  }
  scanner.end();
  reader.end();
  const part = sink.takePart();
  if (isEmpty && part.records === 0) throw new BadFile('empty');
  yield part;
}
