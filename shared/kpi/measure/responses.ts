import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../calendar/calendar.ts';
import { workingDaysBetween } from '../../calendar/workingDays.ts';
import type { Response } from '../../fact/response.ts';
import type { Measurement } from '../measurement.ts';
import { sums } from '../sums.ts';

/** What first responses add to norm `firstResponse`, on the day of the response. */
export function measureResponses(responses: Iterable<Response>, calendar: Calendar): Measurement[] {
  const measured = sums('responses');
  for (const { department, process, receivedOn, respondedOn } of responses) {
    if (respondedOn === undefined) continue;
    const workingDays = workingDaysBetween(
      calendar,
      Temporal.PlainDate.from(receivedOn),
      Temporal.PlainDate.from(respondedOn),
    );
    measured.add({
      day: respondedOn,
      department,
      process,
      kpi: 'firstResponse',
      numerator: workingDays,
      denominator: 1,
    });
  }
  return measured.all();
}
