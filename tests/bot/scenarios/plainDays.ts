/**
 * Working days as a person counts them on a wall calendar of the spring of 2026, written apart from
 * shared/calendar so that one can prove the other. Days are YYYY-MM-DD, moments YYYY-MM-DDTHH:MM, in Dutch time.
 */
const holidays: ReadonlyMap<string, string> = new Map([
  ['2026-04-06', 'Easter Monday'],
  ['2026-04-27', "King's Day"],
  ['2026-05-05', 'Liberation Day'],
  ['2026-05-14', 'Ascension'],
  ['2026-05-25', 'Whit Monday'],
]);

const dayLength = 24 * 60 * 60 * 1000;

export function isWorkingDay(day: string): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

export function nextDay(day: string): string {
  return dayOf(new Date(Date.parse(day) + dayLength).toISOString());
}

/** @param count 1: the first working day after this day. */
export function workingDayAfter(day: string, count: number): string {
  let left = count;
  let found = day;
  while (left > 0) {
    found = nextDay(found);
    if (isWorkingDay(found)) left--;
  }
  return found;
}

/** What is asked on a closed day or after closing time counts as asked on the next working day. */
export function deadlineDay(askedAt: string): string {
  const day = dayOf(askedAt);
  const isInTime = isWorkingDay(day) && timeOf(askedAt) < '17:00';
  return workingDayAfter(isInTime ? day : workingDayAfter(day, 1), 2);
}

export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = nextDay(day)) days.push(day);
  return days;
}

export function dayOf(moment: string): string {
  return moment.slice(0, 'YYYY-MM-DD'.length);
}

export function timeOf(moment: string): string {
  return moment.slice('YYYY-MM-DDT'.length);
}
