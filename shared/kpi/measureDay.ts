import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar/calendar.ts';
import { workingDaysBetween } from '../calendar/workingDays.ts';
import { localDay } from '../calendar/zone.ts';
import { isOnTime, isOpen, stateOf } from '../callback/state.ts';
import type { Contact } from '../contact/contact.ts';
import { dayOf } from '../contact/contactId.ts';
import type { Registered } from '../contact/register.ts';
import type { KpiId } from './kpi.ts';
import type { Measurement } from './measurement.ts';

/** What one registration adds to one KPI. */
interface Part {
  readonly department: string;
  readonly kpi: KpiId;
  readonly numerator: number;
  readonly denominator: number;
}

/** What the registrations of one day add to the KPIs, summed per department and process. */
export function measureDay(
  registrations: Iterable<Registered>,
  { calendar, now }: { calendar: Calendar; now: Temporal.Instant },
): Measurement[] {
  const sums = new Map<string, Measurement>();
  for (const registered of registrations) {
    const { id, process } = registered.contact;
    const parts = [...contactParts(registered.contact, calendar), ...callbackParts(registered, now)];
    for (const { department, kpi, numerator, denominator } of parts) {
      const key = JSON.stringify([department, process, kpi]);
      const sum = sums.get(key);
      sums.set(key, {
        day: dayOf(id),
        department,
        process,
        kpi,
        numerator: (sum?.numerator ?? 0) + numerator,
        denominator: (sum?.denominator ?? 0) + denominator,
      });
    }
  }
  return [...sums.values()];
}

function contactParts(contact: Contact, calendar: Calendar): Part[] {
  const { department, outcome, durationSeconds, receivedOn, registeredAt } = contact;
  const parts: Part[] = [share(department, 'firstTimeRight', outcome === 'resolved')];
  if (outcome === 'transferPickedUp' || outcome === 'transferNotPickedUp') {
    parts.push(share(department, 'transferReach', outcome === 'transferPickedUp'));
  }
  if (durationSeconds !== undefined) {
    parts.push({ department, kpi: 'callDuration', numerator: durationSeconds, denominator: 1 });
  }
  if (receivedOn !== undefined) {
    const workingDays = workingDaysBetween(calendar, receivedOn, localDay(registeredAt));
    parts.push({ department, kpi: 'firstResponse', numerator: workingDays, denominator: 1 });
  }
  return parts;
}

/**
 * Counts what is done or past its deadline; what is still within it, or withdrawn, says nothing yet. It
 * counts for the department that has it, whichever it was asked of.
 */
function callbackParts({ callback }: Registered, now: Temporal.Instant): Part[] {
  if (callback === undefined) return [];
  const state = stateOf(callback);
  const { department, ending } = state;
  if (ending?.kind === 'done') return [share(department, 'callbackOnTime', isOnTime(callback, ending))];
  const isLate = isOpen(state) && Temporal.Instant.compare(now, callback.due) > 0;
  return isLate ? [share(department, 'callbackOnTime', false)] : [];
}

function share(department: string, kpi: KpiId, kept: boolean): Part {
  return { department, kpi, numerator: kept ? 1 : 0, denominator: 1 };
}
