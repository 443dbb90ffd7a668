import { Temporal } from 'temporal-polyfill';
import { createCalendar } from '../../shared/calendar/calendar.ts';
import { defaultRules } from '../../shared/calendar/rules.ts';
import { workingDayAfter } from '../../shared/calendar/workingDays.ts';
import { timeZone } from '../../shared/calendar/zone.ts';

export const calendar = createCalendar(defaultRules);

/** When a bot starts on a day. In a calm hour it lives until everything due was told; in the others not so long. */
const hours = [
  { time: '08:25', isCalm: false },
  { time: '08:30', isCalm: false },
  { time: '08:31', isCalm: false },
  { time: '09:45', isCalm: false },
  { time: '11:50', isCalm: true },
  { time: '13:10', isCalm: false },
  { time: '15:00', isCalm: false },
  { time: '15:01', isCalm: false },
  { time: '16:20', isCalm: true },
];

export interface Hour {
  readonly at: Temporal.Instant;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly isCalm: boolean;
}

/** Working days, hour by hour, for ever. */
export function* workingHours(from: string): Generator<Hour> {
  for (let day = Temporal.PlainDate.from(from); ; day = workingDayAfter(calendar, day, 1)) {
    for (const { time, isCalm } of hours) {
      const plainTime = Temporal.PlainTime.from(time);
      yield { at: day.toZonedDateTime({ timeZone, plainTime }).toInstant(), day: day.toString(), isCalm };
    }
  }
}
