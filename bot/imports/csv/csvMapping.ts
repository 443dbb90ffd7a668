import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { timeZone as dutchZone } from '../../../shared/calendar/zone.ts';
import { delimiters } from './delimiter.ts';

/** From what stands in the file, whatever its capitals, to what it means here. */
const Names = v.record(v.string(), v.string('expected the id of a department or process, in quotes'));

/** What a mapping file of every CSV source can set. */
const common = {
  /** Default: the one that the header line uses. */
  delimiter: v.optional(
    v.picklist([...delimiters, 'detect'], 'expected ";", ",", "|", a tab or "detect"'),
    'detect',
  ),
  /** Of a day such as 04/05/2026. Default: the day. */
  dayOrder: v.optional(
    v.picklist(['dayFirst', 'monthFirst'], 'expected "dayFirst" or "monthFirst"'),
    'dayFirst',
  ),
  /** From what the file calls a department (of calls: the queue) to its id; to '' for one that does not count. */
  departments: v.optional(Names, {}),
  /** From what the file calls a customer process to its id; to '' for none. */
  processes: v.optional(Names, {}),
};

/** For sources with times. */
export const TimeZone = v.optional(
  v.pipe(
    v.string(),
    v.check(isTimeZone, 'expected a time zone, such as "Europe/Amsterdam", "UTC" or "+01:00"'),
  ),
  dutchZone,
);

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The mapping of a source: nothing of it has to be set. What is not known is an error, so that a name with a
 * typing error is not silently left out.
 *
 * @param fields what the source reads, with the column's usual name.
 */
export function csvMapping<Field extends string, Own extends v.ObjectEntries>(
  fields: Readonly<Record<Field, string>>,
  own: Own,
) {
  return v.strictObject({
    ...common,
    /** From what is read to the name of its column. */
    columns: columnNames(fields),
    ...own,
  });
}

function columnNames<Field extends string>(fields: Readonly<Record<Field, string>>) {
  const names = Object.keys(fields);
  const Column = v.picklist(names, `expected one of ${names.join(', ')}`);
  // The keys are those of the list, which the type of a record with a computed list of keys does not say.
  const Columns: v.GenericSchema<unknown, unknown> = v.record(Column, v.string());
  return v.optional(
    Columns as v.GenericSchema<unknown, Readonly<Partial<Record<Field, string>>>>,
    () => ({}),
  );
}
