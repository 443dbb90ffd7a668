import { Temporal } from 'temporal-polyfill';
import { type Calendar, createCalendar } from '../../../shared/calendar/calendar.ts';
import { holidaysOf } from '../../../shared/calendar/holidays.ts';
import { type OfficeHours, type OpenPeriod, type Weekday, weekdays } from '../../../shared/calendar/rules.ts';

/** The calendar of a row in another program's table: these hours, these holidays, and no Dutch ones. */
export function caseCalendar(hours: Partial<OfficeHours>, holidays: readonly string[] = []): Calendar {
  const hoursOf = (weekday: Weekday): readonly OpenPeriod[] => hours[weekday] ?? [];
  const officeHours = {
    monday: hoursOf('monday'),
    tuesday: hoursOf('tuesday'),
    wednesday: hoursOf('wednesday'),
    thursday: hoursOf('thursday'),
    friday: hoursOf('friday'),
    saturday: hoursOf('saturday'),
    sunday: hoursOf('sunday'),
  };
  const years = Array.from({ length: 20 }, (_, index) => 2010 + index);
  const dutchHolidays = new Set(years.flatMap(holidaysOf).map(({ date }) => date.toString()));
  return createCalendar({
    officeHours,
    closingDays: holidays.map((date) => ({ date, name: 'Holiday' })),
    openedDays: [...dutchHolidays]
      .filter((date) => officeHours[weekdayOf(date)].length > 0 && !holidays.includes(date))
      .map((date) => ({ date })),
  });
}

/** "09:00-17:00" on these days of the week, from 0 for Monday. */
export function hoursOn(days: readonly number[], period: string): Partial<OfficeHours> {
  const [opens = '', closes = ''] = period.split('-');
  return Object.fromEntries(days.map((day) => [weekdays[day], [{ opens, closes }]]));
}

export const mondayToFriday = [0, 1, 2, 3, 4];
export const everyDay = [...mondayToFriday, 5, 6];

/** A time on the wall clock; the zone of the row, if it names one, is left out. */
export function at(localTime: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(localTime.replace(/(Z|[+-]\d\d:\d\d)$/, ''))
    .toZonedDateTime('Europe/Amsterdam')
    .toInstant();
}

function weekdayOf(date: string): Weekday {
  return weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? 'monday';
}
