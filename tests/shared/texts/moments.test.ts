import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { callbackDeadline } from '../../../shared/calendar/deadline.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { deadlineText } from '../../../shared/texts/moments.ts';

const calendar = createCalendar({
  ...defaultRules,
  closingDays: [
    { date: '2026-05-15', name: 'Dag na Hemelvaart' },
    { date: '2026-12-24', name: 'Kerstavond', closes: '12:00' },
    { date: '2026-12-23', name: 'Verhuizing' },
  ],
});

test.each([
  [
    'an ordinary week needs no explanation',
    '2026-01-12T10:00',
    2,
    'woensdag 14 januari 17:00: 2 werkdagen',
    'Wednesday 14 January 17:00: 2 working days',
  ],
  [
    'a holiday does not count, and the weekend needs no saying',
    '2026-04-24T10:00',
    2,
    'woensdag 29 april 17:00: 2 werkdagen, Koningsdag telt niet',
    "Wednesday 29 April 17:00: 2 working days, King's Day does not count",
  ],
  [
    'neither do a holiday and a closing day together',
    '2026-05-13T10:00',
    1,
    'maandag 18 mei 17:00: 1 werkdag, Hemelvaartsdag en Dag na Hemelvaart tellen niet',
    'Monday 18 May 17:00: 1 working day, Ascension Day and Dag na Hemelvaart do not count',
  ],
  [
    'a half day closes early',
    '2026-12-21T10:00',
    2,
    'donderdag 24 december 12:00: 2 werkdagen, Verhuizing telt niet, Kerstavond sluit om 12:00',
    'Thursday 24 December 12:00: 2 working days, Verhuizing does not count, Kerstavond closes at 12:00',
  ],
  [
    'a half day on the way needs no saying',
    '2026-12-22T10:00',
    2,
    'maandag 28 december 17:00: 2 werkdagen, Verhuizing en eerste kerstdag tellen niet',
    'Monday 28 December 17:00: 2 working days, Verhuizing and Christmas Day do not count',
  ],
])('%s', (_what, asked, workingDays, dutch, english) => {
  const instant = Temporal.PlainDateTime.from(asked).toZonedDateTime('Europe/Amsterdam').toInstant();
  const deadline = callbackDeadline(calendar, instant, workingDays);
  expect(deadlineText(deadline, 'nl')).toBe(dutch);
  expect(deadlineText(deadline, 'en')).toBe(english);
});
