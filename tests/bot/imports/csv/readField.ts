import { csvScanner } from '../../../../bot/imports/csv/csvScanner.ts';
import type { NumberReader } from '../../../../bot/imports/csv/mappedRow.ts';

/** What a reader makes of one field, with others around it. */
export function readField(text: string, read: NumberReader): unknown {
  let found: unknown;
  const scanner = csvScanner(
    { delimiter: ';' },
    (record) => {
      found = read(record, 1);
    },
    () => undefined,
  );
  scanner.push(Buffer.from(`1;${text};2\n`));
  scanner.end();
  return found;
}
