import { BadFile } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from '../csv/csvRecord.ts';

export type AsteriskField = (typeof read)[number];

/** Those that are read. */
const read = [
  'src',
  'dst',
  'dstchannel',
  'lastapp',
  'lastdata',
  'start',
  'duration',
  'billsec',
  'disposition',
  'uniqueid',
  'linkedid',
] as const;

const base = [
  'accountcode',
  'src',
  'dst',
  'dcontext',
  'clid',
  'channel',
  'dstchannel',
  'lastapp',
  'lastdata',
  'start',
  'answer',
  'end',
  'duration',
  'billsec',
  'disposition',
  'amaflags',
];

/** Where each field is, from 0; not there: -1. */
export type AsteriskPlaces = Readonly<Record<AsteriskField, number>>;

/** What cdr.conf adds, by how many fields a record has then: loguniqueid, loguserfield and newcdrcolumns. */
const layouts: ReadonlyMap<number, AsteriskPlaces> = new Map(
  [
    ['uniqueid'],
    ['uniqueid', 'userfield'],
    ['uniqueid', 'peeraccount', 'linkedid', 'sequence'],
    ['uniqueid', 'userfield', 'peeraccount', 'linkedid', 'sequence'],
  ].map((added) => [base.length + added.length, placesIn([...base, ...added])]),
);

/** Of a file without a header line; undefined where a record has another number of fields. */
export function placesByCount(fieldCount: number): AsteriskPlaces | undefined {
  return layouts.get(fieldCount);
}

/**
 * Of a header line; undefined where it is none.
 * @throws BadFile when a column is not there.
 */
export function placesByHeader(record: CsvRecord): AsteriskPlaces | undefined {
  const names = Array.from({ length: record.fieldCount }, (_, field) => record.text(field).toLowerCase());
  if (!names.includes('dst') || !names.includes('disposition')) return undefined;
  const places = placesIn(names.map((name) => (name === 'calldate' ? 'start' : name)));
  const missing = read.filter((field) => places[field] < 0 && field !== 'linkedid');
  if (missing.length > 0) throw new BadFile('missingColumns', missing);
  return places;
}

function placesIn(names: readonly string[]): AsteriskPlaces {
  return Object.fromEntries(read.map((field) => [field, names.indexOf(field)])) as AsteriskPlaces;
}
