import type { Temporal } from 'temporal-polyfill';
import type { Channel } from '../../shared/contact/contact.ts';
import type { DepartmentId } from './waterland.ts';

/** What gets better: as it was before anybody worked on it, and as it is when all has been done. */
interface Growth {
  readonly from: number;
  readonly to: number;
}

interface Habits {
  /** Callbacks done by their deadline. Nissewaard, under the same norm, reached 73.4% in 2022. */
  readonly onTime: Growth;
  /** Transfers picked up. */
  readonly pickedUp: number;
  /** Whom it hands callbacks to that came to the wrong place. */
  readonly neighbour: DepartmentId;
}

export const habits: Readonly<Record<DepartmentId, Habits>> = {
  belastingen: { onTime: { from: 0.78, to: 0.86 }, pickedUp: 0.93, neighbour: 'burgerzaken' },
  bestuurssecretariaat: { onTime: { from: 0.72, to: 0.8 }, pickedUp: 0.95, neighbour: 'openbare-ruimte' },
  burgerzaken: { onTime: { from: 0.9, to: 0.95 }, pickedUp: 0.96, neighbour: 'belastingen' },
  grondzaken: { onTime: { from: 0.68, to: 0.8 }, pickedUp: 0.9, neighbour: 'vergunningen' },
  handhaving: { onTime: { from: 0.66, to: 0.68 }, pickedUp: 0.87, neighbour: 'openbare-ruimte' },
  'openbare-ruimte': { onTime: { from: 0.8, to: 0.88 }, pickedUp: 0.93, neighbour: 'handhaving' },
  'sociaal-domein': { onTime: { from: 0.73, to: 0.8 }, pickedUp: 0.92, neighbour: 'burgerzaken' },
  vergunningen: { onTime: { from: 0.27, to: 0.8 }, pickedUp: 0.84, neighbour: 'handhaving' },
};

/** Of the questions that were hard, those that no longer are: the KCC learns. */
export const learned: Growth = { from: 0, to: 0.22 };

/** Mean length of a call, in minutes. */
export const callMinutes: Growth = { from: 4.8, to: 4.2 };

/** The mean wait of a caller in seconds, where it is as busy as on average. */
export const callerWaits: Growth = { from: 24, to: 10 };

/** For every request that comes in otherwise, so many come in by the website. */
export const onlineToOther: Growth = { from: 1.9, to: 2.9 };

/** Every year half of what can be improved is, from the summer before the norms took effect. */
export function grown({ from, to }: Growth, day: Temporal.PlainDate): number {
  const years = day.year - 2025 + (day.dayOfYear - 182) / 365;
  return to - (to - from) * 0.5 ** Math.max(0, years);
}

export const channelUse: readonly { readonly channel: Channel; readonly weight: number }[] = [
  { channel: 'telephone', weight: 63 },
  { channel: 'counter', weight: 13 },
  { channel: 'email', weight: 12 },
  { channel: 'contactForm', weight: 8 },
  { channel: 'web', weight: 2 },
  { channel: 'social', weight: 1 },
  { channel: 'post', weight: 1 },
];

/** Contacts on a working day like any other. */
const usual = 100;
/** Monday to Friday. */
const byWeekday = [1.24, 1.05, 0.95, 1, 0.78];

/** How many contacts a day may expect. */
export function expectedContacts(day: Temporal.PlainDate): number {
  return usual * (byWeekday[day.dayOfWeek - 1] ?? 1) * season(day);
}

function season({ month, day }: Temporal.PlainDate): number {
  const isChristmas = (month === 12 && day >= 20) || (month === 1 && day <= 4);
  if (isChristmas) return 0.6;
  // School holidays of the north of the Netherlands, roughly.
  if ((month === 7 && day >= 10) || (month === 8 && day <= 22)) return 0.72;
  // The tax assessments are in the post.
  if (month === 2 || month === 3) return 1.14;
  return 1.05;
}

/** The office day in equal parts: the morning is busy, lunch is not. */
export const partsOfDay: readonly { readonly part: number; readonly weight: number }[] = [
  1.2, 1.6, 1.5, 1, 0.7, 1, 1, 0.6,
].map((weight, part) => ({ part, weight }));

/** For how many days a message has waited when it is registered. */
export const waited: readonly { readonly days: number; readonly weight: number }[] = [
  6, 20, 19, 16, 13, 9, 7, 6, 4,
].map((weight, days) => ({ days, weight }));
