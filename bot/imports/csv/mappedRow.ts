import type { Refusal, RefusalReason } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from './csvRecord.ts';
import type { Header } from './header.ts';

/**
 * Where each of our fields stands in a record, from 0. Those that the file has no column for stand past its
 * last, where nothing is.
 */
export type Places<Field extends string> = Readonly<Record<Field, number>>;

/** @param names of the columns in the file. */
export function placesOf<Field extends string>(
  header: Header,
  names: Readonly<Record<Field, string>>,
): Places<Field> {
  const fields = Object.keys(names) as Field[];
  const places = fields.map((field, index) => {
    const place = header.fieldOf(names[field]);
    return [field, place < 0 ? header.fieldCount + index : place];
  });
  return Object.fromEntries(places) as Places<Field>;
}

/** Reads a number of any meaning, days for one, from a field. */
export type NumberReader = (record: CsvRecord, field: number) => number | RefusalReason;

/** Other systems' ids are far shorter; a longer one is another column. */
const longestId = 200;

/**
 * The record at hand. What cannot be read of it is NaN or '', and it is refused: for the first reason that
 * was found.
 */
export class MappedRow {
  readonly #columns: ReadonlyMap<number, string>;
  readonly #columnCount: number;
  #record: CsvRecord;
  refusal: Refusal | undefined;

  constructor(record: CsvRecord, columnCount: number, columns: ReadonlyMap<number, string>) {
    this.#record = record;
    this.#columnCount = columnCount;
    this.#columns = columns;
  }

  moveTo(record: CsvRecord): void {
    this.#record = record;
    this.refusal = undefined;
  }

  refuse(field: number, reason: RefusalReason): void {
    const column = this.#columns.get(field) ?? '';
    this.refusal ??= { line: this.#record.line, column, reason };
  }

  /** Whether the file has this column at all. */
  hasColumn(field: number): boolean {
    return field < this.#columnCount;
  }

  isEmpty(field: number): boolean {
    return this.#record.start(field) >= this.#record.end(field);
  }

  text(field: number): string {
    return this.#record.text(field);
  }

  id(field: number): string {
    const id = this.#record.text(field);
    if (id === '') this.refuse(field, 'missing');
    else if (id.length > longestId) this.refuse(field, 'tooLong');
    return id;
  }

  number(field: number, read: NumberReader): number {
    const value = read(this.#record, field);
    if (typeof value === 'number') return value;
    this.refuse(field, value);
    return Number.NaN;
  }

  /** Undefined where the field says nothing. */
  numberIfAny(field: number, read: NumberReader): number | undefined {
    return this.isEmpty(field) ? undefined : this.number(field, read);
  }

  /** Of two fields that say one thing together: a day and its time. */
  numberOfTwo(
    first: number,
    second: number,
    read: (record: CsvRecord, first: number, second: number) => number | RefusalReason,
  ): number {
    const value = read(this.#record, first, second);
    if (typeof value === 'number') return value;
    const isAboutSecond = value === 'notATime' || (value === 'missing' && !this.isEmpty(first));
    this.refuse(isAboutSecond ? second : first, value);
    return Number.NaN;
  }

  /** What a value of a list that we know means; the record is refused where we do not. */
  known<Meaning>(
    field: number,
    meaningOf: (record: CsvRecord, field: number) => Meaning | undefined,
    reason: RefusalReason,
  ): Meaning | undefined {
    const meaning = meaningOf(this.#record, field);
    if (meaning === undefined) this.refuse(field, reason);
    return meaning;
  }
}
