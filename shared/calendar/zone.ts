import type { Temporal } from 'temporal-polyfill';

/** Everything that a citizen or an employee sees happens in Dutch local time, wherever the bot runs. */
export const timeZone = 'Europe/Amsterdam';

/** The date on the Dutch wall calendar at this instant. */
export function localDay(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}
