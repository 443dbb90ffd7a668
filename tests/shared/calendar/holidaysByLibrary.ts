import Holidays from 'date-holidays';

const library = new Holidays('NL');
const names = [
  'Nieuwjaar',
  'Tweede paasdag',
  'Koningsdag',
  'Bevrijdingsdag',
  'Hemelvaartsdag',
  'Tweede pinksterdag',
  'Kerstmis',
  'Tweede kerstdag',
];
const known = new Map<number, ReadonlyMap<string, string>>();

/**
 * The dates (YYYY-MM-DD) of the days on which municipalities close, by the library's name. By name and not
 * by type: the library calls 5 May a school holiday, and every Easter Sunday public.
 */
export function holidaysByLibrary(year: number): ReadonlyMap<string, string> {
  const holidays = known.get(year) ?? ask(year);
  known.set(year, holidays);
  return holidays;
}

function ask(year: number): ReadonlyMap<string, string> {
  const holidays = library.getHolidays(year).filter(({ name }) => names.includes(name));
  return new Map(holidays.map(({ name, date }) => [name, date.slice(0, 10)]));
}
