import { BadFile } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from './csvRecord.ts';

/** The columns of a table, by name. */
export interface Header {
  readonly fieldCount: number;
  /** Its place, from 0; -1 where there is no such column. Capitals and spaces around the name do not matter. */
  fieldOf(column: string): number;
}

/**
 * The header of a table, or undefined where the line is `sep=;`, with which Excel is told the delimiter.
 *
 * @param required columns; of a list of them one is enough.
 * @throws BadFile when a required column is not there.
 */
export function readHeader(
  record: CsvRecord,
  required: readonly (string | readonly string[])[],
): Header | undefined {
  if (record.line === 1 && record.text(0) === 'sep=') return undefined;
  const fields = new Map<string, number>();
  for (let field = record.fieldCount - 1; field >= 0; field--) fields.set(plain(record.text(field)), field);
  const fieldOf = (column: string) => fields.get(plain(column)) ?? -1;
  const missing = required
    .map((columns) => [columns].flat())
    .filter((columns) => columns.every((column) => fieldOf(column) < 0))
    .map((columns) => columns.join(' / '));
  if (missing.length > 0) throw new BadFile('missingColumns', missing);
  return { fieldCount: record.fieldCount, fieldOf };
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
