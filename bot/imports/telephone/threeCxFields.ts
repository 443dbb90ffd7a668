import type { CsvRecord } from '../csv/csvRecord.ts';

/** All that 3CX can write of a call, in the order of its own list. */
export const threeCxFields = [
  'historyid',
  'callid',
  'duration',
  'time-start',
  'time-answered',
  'time-end',
  'reason-terminated',
  'from-no',
  'to-no',
  'from-dn',
  'to-dn',
  'dial-no',
  'reason-changed',
  'final-number',
  'final-dn',
  'bill-code',
  'bill-rate',
  'bill-cost',
  'bill-name',
  'chain',
  'from-type',
  'to-type',
  'final-type',
  'from-dispname',
  'to-dispname',
  'final-dispname',
  'missed-queue-calls',
] as const;
export type ThreeCxField = (typeof threeCxFields)[number];

/** What nobody can do without. */
export const neededFields = [
  'callid',
  'time-start',
  'time-answered',
  'time-end',
  'to-dn',
  'final-dn',
  'from-type',
  'to-type',
  'final-type',
] as const satisfies readonly ThreeCxField[];

/** Names of people: 3CX writes no quotes around a comma in them. */
const freeText: ReadonlySet<ThreeCxField> = new Set(['from-dispname', 'to-dispname', 'final-dispname']);

export interface ThreeCxLayout {
  /**
   * The place of a field in this record: -1 where the file has no such field, NaN where the record is cut off
   * or commas in names leave it unknown.
   */
  placeOf(record: CsvRecord, field: ThreeCxField): number;
}

export function threeCxLayout(order: readonly ThreeCxField[]): ThreeCxLayout {
  const places = new Map(order.map((field, place) => [field, place]));
  const isFree = order.map((field) => freeText.has(field));
  const firstFree = isFree.includes(true) ? isFree.indexOf(true) : order.length;
  const lastFree = isFree.lastIndexOf(true);
  return {
    placeOf(record, field) {
      const place = places.get(field) ?? -1;
      const tooMany = record.fieldCount - order.length;
      if (tooMany < 0) return Number.NaN;
      if (tooMany === 0 || place < firstFree) return place;
      return place > lastFree ? place + tooMany : Number.NaN;
    },
  };
}

/** The order that a header line gives, which tools that make a CSV file of the log add. */
export function orderOfHeader(record: CsvRecord): readonly ThreeCxField[] | undefined {
  const known: readonly string[] = threeCxFields;
  const names = Array.from({ length: record.fieldCount }, (_, field) => record.text(field).toLowerCase());
  const isHeader = names.every((name) => known.includes(name));
  return isHeader ? (names as ThreeCxField[]) : undefined;
}
