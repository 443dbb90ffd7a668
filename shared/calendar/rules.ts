/** In the order of Temporal's `dayOfWeek`, which counts from 1. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** Local times, HH:MM. Open at `opens`, no longer open at `closes`, which may be 24:00. */
export interface OpenPeriod {
  readonly opens: string;
  readonly closes: string;
}

/** Each weekday's open periods in order, with a break between two; none: not a working day. */
export type OfficeHours = Readonly<Record<Weekday, readonly OpenPeriod[]>>;

/**
 * A day (YYYY-MM-DD) on which this municipality is closed, or closes early, and why, in its own words. On
 * a day that is closed anyway it changes nothing.
 */
export interface ClosingDay {
  readonly date: string;
  readonly name: string;
  /** HH:MM, of a half day: a working day all the same, that ends early. Without it the whole day is closed. */
  readonly closes?: string | undefined;
}

/** A day (YYYY-MM-DD) that is a working day all the same, whatever closes it, early or altogether. */
export interface OpenedDay {
  readonly date: string;
  /** In order. Default: those of its weekday, or the usual ones on a weekday without. */
  readonly hours?: readonly OpenPeriod[] | undefined;
}

/** What a municipality decides about its working days, besides the holidays that all of them share. */
export interface CalendarRules {
  readonly officeHours: OfficeHours;
  readonly closingDays: readonly ClosingDay[];
  readonly openedDays: readonly OpenedDay[];
}

/** The hours of a day for which nothing else was set, such as an opened Saturday. */
export const usualHours: OpenPeriod = { opens: '08:30', closes: '17:00' };

/** Monday to Friday 08:30–17:00, closed on the holidays only. */
export const defaultRules: CalendarRules = {
  officeHours: {
    monday: [usualHours],
    tuesday: [usualHours],
    wednesday: [usualHours],
    thursday: [usualHours],
    friday: [usualHours],
    saturday: [],
    sunday: [],
  },
  closingDays: [],
  openedDays: [],
};
