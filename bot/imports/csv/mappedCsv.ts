import { BadFile, type Refusal } from '../../../shared/fact/refusal.ts';
import { type CsvOptions, type CsvRecord, csvScanner } from './csvScanner.ts';
import { type Header, readHeader } from './header.ts';
import { MappedRow, type Places, placesOf } from './mappedRow.ts';

/** What a source reads of a file whose columns are named by a mapping. */
export interface MappedColumns<Field extends string> {
  /** The usual name of each column. */
  readonly usual: Readonly<Record<Field, string>>;
  /** Those that the mapping names otherwise; they must be there. */
  readonly mapped: Readonly<Partial<Record<Field, string>>>;
  /** Without these it is another file; of a list of them one is enough. */
  readonly required: readonly (NoInfer<Field> | readonly NoInfer<Field>[])[];
}

export type ToFact<Fact> = (row: MappedRow) => Fact | undefined;

export interface MappedPart<Fact> {
  readonly facts: readonly Fact[];
  readonly refused: readonly Refusal[];
  readonly records: number;
}

/**
 * Facts from a CSV file with a header line, part by part.
 *
 * @param open is told where the columns are, and gives what makes the fact of a row: undefined where there is
 *   none in it. Of a row that it refuses no fact is taken.
 * @throws BadFile
 */
export async function* mappedCsv<Field extends string, Fact>(
  file: AsyncIterable<Uint8Array>,
  { delimiter }: CsvOptions,
  columns: MappedColumns<Field>,
  open: (at: Places<Field>) => ToFact<Fact>,
): AsyncIterable<MappedPart<Fact>> {
  const names: Readonly<Record<Field, string>> = { ...columns.usual, ...columns.mapped };
  const required = requiredNames(columns, names);
  let table: Table<Fact> | undefined;
  let part = emptyPart<Fact>();

  function onRecord(record: CsvRecord): void {
    if (table === undefined) {
      const header = readHeader(record, required);
      if (header !== undefined) table = openTable(record, header, names, open);
      return;
    }
    part.records++;
    if (record.fieldCount === table.fieldCount) takeRow(record, table);
    else part.refused.push({ line: record.line, column: '', reason: 'fieldCount' });
  }

  function takeRow(record: CsvRecord, { row, toFact }: Table<Fact>): void {
    row.moveTo(record);
    const fact = toFact(row);
    if (row.refusal !== undefined) part.refused.push(row.refusal);
    else if (fact !== undefined) part.facts.push(fact);
  }

  function onRefused(refusal: Refusal): void {
    part.records++;
    part.refused.push(refusal);
  }

  const scanner = csvScanner({ delimiter }, onRecord, onRefused);
  for await (const chunk of file) {
    scanner.push(chunk);
    yield part;
    part = emptyPart();
  }
  scanner.end();
  if (table === undefined) throw new BadFile('empty');
  yield part;
}

interface Table<Fact> {
  readonly fieldCount: number;
  readonly row: MappedRow;
  readonly toFact: ToFact<Fact>;
}

function openTable<Field extends string, Fact>(
  record: CsvRecord,
  header: Header,
  names: Readonly<Record<Field, string>>,
  open: (at: Places<Field>) => ToFact<Fact>,
): Table<Fact> {
  const places = placesOf(header, names);
  const fields = Object.keys(names) as Field[];
  const columns = new Map(fields.map((field) => [places[field], names[field]]));
  const { fieldCount } = header;
  return { fieldCount, row: new MappedRow(record, fieldCount, columns), toFact: open(places) };
}

function emptyPart<Fact>() {
  return { facts: [] as Fact[], refused: [] as Refusal[], records: 0 };
}

function requiredNames<Field extends string>(
  { required, mapped }: MappedColumns<Field>,
  names: Readonly<Record<Field, string>>,
): readonly (readonly string[])[] {
  const all = [...required, ...(Object.keys(mapped) as Field[])];
  return all.map((fields) => [fields].flat().map((field) => names[field as Field]));
}
