import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../calendar/calendar.ts';
import { workingDaysBetween } from '../../calendar/workingDays.ts';
import { localDay } from '../../calendar/zone.ts';
import { isOnTime, isOpen, stateOf } from '../../callback/state.ts';
import type { Contact } from '../../contact/contact.ts';
import { dayOf } from '../../contact/contactId.ts';
import type { Registered } from '../../contact/register.ts';
import type { KpiId } from '../kpi.ts';
import type { Measurement } from '../measurement.ts';
import { sums } from '../sums.ts';

/** What one registration adds to one KPI. */
interface Part {
  readonly department: string;
  readonly kpi: KpiId;
  readonly numerator: number;
  readonly denominator: number;
}

/** What the registrations of one day add to the KPIs, summed per department and process. */
export function measureRegistrations(
  registrations: Iterable<Registered>,
  { calendar, now }: { calendar: Calendar; now: Temporal.Instant },
): Measurement[] {
  const measured = sums('registrations');
  for (const registered of registrations) {
    const { id, process } = registered.contact;
    const parts = [...contactParts(registered.contact, calendar), ...callbackParts(registered, now)];
    for (const part of parts) measured.add({ ...part, day: dayOf(id), process });
  }
  return measured.all();
}

function contactParts(contact: Contact, calendar: Calendar): Part[] {
  const { department, channel, process, outcome, durationSeconds, receivedOn, registeredAt } = contact;
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
  // The website counts its own.
  if (process !== '' && channel !== 'web') parts.push(share(department, 'onlineShare', false));
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
