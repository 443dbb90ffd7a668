import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { workingDayAfter } from '../calendar/workingDays.ts';
import { localDay } from '../calendar/zone.ts';
import type { Urgency } from './urgency.ts';

interface Moment {
  readonly calendar: Calendar;
  readonly now: Temporal.Instant;
}

/** How urgent deadlines are at this moment. On the last second of its deadline a callback is still on time. */
export function urgencyAt({ calendar, now }: Moment): (due: Temporal.Instant) => Urgency {
  const today = localDay(now);
  const nextWorkingDay = workingDayAfter(calendar, today, 1);
  return (due) => {
    if (Temporal.Instant.compare(due, now) < 0) return 'overdue';
    const day = localDay(due);
    if (day.equals(today)) return 'today';
    return day.equals(nextWorkingDay) ? 'nextWorkingDay' : 'later';
  };
}
