import { Temporal } from 'temporal-polyfill';

/** Everything that a citizen or an employee sees happens in Dutch local time, wherever the bot runs. */
export const timeZone = 'Europe/Amsterdam';

/** The date on the Dutch wall calendar at this instant. */
export function localDay(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The instant, in milliseconds since the epoch, at which a day begins on the Dutch wall clock. */
export function midnight(date: Temporal.PlainDate): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}

/**
 * The instant, in milliseconds since the epoch, at which the Dutch wall clock shows this time of a day. A
 * time that comes twice, when winter time begins, is the first of the two; one that is skipped, when summer
 * time begins, is the moment of the change, so that times keep their order.
 *
 * @param minute since midnight, 0 to 1439.
 */
export function wallTime(date: Temporal.PlainDate, minute: number): number {
  const local = date.toPlainDateTime(new Temporal.PlainTime(Math.floor(minute / 60), minute % 60));
  const at = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (at.toPlainDateTime().equals(local)) return at.epochMilliseconds;
  return (at.getTimeZoneTransition('next') ?? at).epochMilliseconds;
}
