import { Temporal } from 'temporal-polyfill';

const firstDay = new Temporal.PlainDate(1970, 1, 1);

/** The days since 1 January 1970 of a day on the calendar; NaN where there is no such day. */
export function dayNumber(year: number, month: number, day: number): number {
  // Systems write a day that they do not know as one in the year 1.
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return Number.NaN;
  // Years that begin in March: the leap day is their last.
  const months = (month + 9) % 12;
  const years = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((months * 153 + 2) / 5) + day - 719_469;
}

export function numberOfDay(date: Temporal.PlainDate): number {
  return dayNumber(date.year, date.month, date.day);
}

/** Gives days as facts have them, YYYY-MM-DD, and makes the text of each only once; '' of NaN. */
export function dayTexts(): (day: number) => string {
  const texts = new Map<number, string>();
  let last = Number.NaN;
  let lastText = '';
  const textOf = (day: number): string => {
    const known = texts.get(day);
    if (known !== undefined) return known;
    if (texts.size > mostKept) texts.clear();
    const text = firstDay.add({ days: day }).toString();
    texts.set(day, text);
    return text;
  };
  return (day) => {
    if (Number.isNaN(day)) return '';
    // Most files are in the order of their days.
    if (day !== last) {
      last = day;
      lastText = textOf(day);
    }
    return lastText;
  };
}

/** More days than a file has, unless it is nonsense. */
const mostKept = 20_000;

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
