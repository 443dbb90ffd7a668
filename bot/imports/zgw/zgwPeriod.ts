import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';

/** A longer one is a mistake, and a calendar has an end. */
const longest = Temporal.Duration.from({ years: 100 });
const anyDay = Temporal.PlainDate.from('2000-01-01');

/** A period of the standard (ISO 8601, such as P8W or P1M), and undefined for none or none at all (P0D). */
export const ZgwPeriod = v.pipe(
  v.nullish(v.string()),
  v.transform((text) => (text === null || text === undefined ? undefined : readPeriod(text))),
);

function readPeriod(text: string): Temporal.Duration | undefined {
  try {
    const period = Temporal.Duration.from(text);
    const isTooLong = Temporal.Duration.compare(period.abs(), longest, { relativeTo: anyDay }) > 0;
    return period.blank || isTooLong ? undefined : period;
  } catch {
    return undefined;
  }
}
