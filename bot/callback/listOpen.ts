import type { OpenCallback } from '../../shared/alert/openCallback.ts';
import { countUrgencies, type Urgency, type UrgencyCounts } from '../../shared/callback/urgency.ts';
import { urgencyAt } from '../../shared/callback/urgencyAt.ts';
import type { ContactId } from '../../shared/contact/contactId.ts';
import { dmt, kcc } from '../../shared/municipality/municipality.ts';
import type { Person } from '../../shared/person.ts';
import { settings } from '../../shared/settings.ts';
import type { Services } from '../services.ts';
import type { Place } from '../store/places.ts';

/** Whose callbacks a list shows. */
export type Whose =
  | { readonly kind: 'departments'; readonly departments: readonly string[] }
  /** For those who look after the promises of the whole municipality. */
  | { readonly kind: 'all' }
  /** Asked by this person, or taken by them. */
  | { readonly kind: 'mine' };

export interface ListedCallback extends OpenCallback {
  readonly urgency: Urgency;
  /** Where its card stands in Teams; undefined when it stands nowhere (yet). */
  readonly card: { readonly conversation: string; readonly activity: string } | undefined;
}

/** One page of a list. */
export interface OpenList {
  readonly kind: 'list';
  readonly whose: Whose;
  /** The most urgent first. */
  readonly callbacks: readonly ListedCallback[];
  /** How many come before this page. */
  readonly from: number;
  /** Of the whole list. */
  readonly counts: UrgencyCounts;
  readonly total: number;
}

export interface ListQuestion {
  readonly tenant: string;
  /** Where the list is asked for: in the channel of a department, or in somebody's own chat. */
  readonly place: Place;
  readonly person: Person;
  /** How many to skip. Past the end, the last page is shown: the list may have become shorter. */
  readonly from: number;
}

/** Open callbacks of the department of a channel, or of a person in their own chat, a page at a time. */
export async function listOpen(
  question: ListQuestion,
  services: Services,
): Promise<OpenList | { readonly kind: 'notLinked' }> {
  const { tenant, person } = question;
  const { store, calendar, now } = services;
  const whose = await whoseList(question, services);
  if (whose === undefined) return { kind: 'notLinked' };

  const all = (await store.due.list(tenant)).filter((callback) => belongs(callback, whose, person));
  const urgencyOf = urgencyAt({ calendar, now: now() });
  const from = pageStart(question.from, all.length);
  const page = all.slice(from, from + settings.list.onCard);
  return {
    kind: 'list',
    whose,
    callbacks: await Promise.all(
      page.map(async (callback) => ({
        ...callback,
        urgency: urgencyOf(callback.due),
        card: await cardOf(tenant, callback.id, services),
      })),
    ),
    from,
    counts: countUrgencies(all.map(({ due }) => urgencyOf(due))),
    total: all.length,
  };
}

async function whoseList({ tenant, place }: ListQuestion, { store }: Services): Promise<Whose | undefined> {
  if (place.kind === 'person') return { kind: 'mine' };
  const links = await store.places.links(tenant);
  const departments = links
    .filter(({ conversation }) => conversation === place.conversation)
    .map(({ department }) => department);
  if (departments.length === 0) return undefined;
  // The contact centre made these promises, and the management team answers for them.
  const isForAll = departments.includes(kcc.id) || departments.includes(dmt.id);
  return isForAll ? { kind: 'all' } : { kind: 'departments', departments };
}

function belongs({ department, askedBy, owner }: OpenCallback, whose: Whose, person: Person): boolean {
  switch (whose.kind) {
    case 'all':
      return true;
    case 'departments':
      return whose.departments.includes(department);
    case 'mine':
      // Teams does not name everybody: '' is nobody.
      return person.id !== '' && (askedBy.id === person.id || owner?.id === person.id);
  }
}

function pageStart(from: number, total: number): number {
  const { onCard } = settings.list;
  const last = Math.max(0, Math.ceil(total / onCard) - 1) * onCard;
  return Math.min(from, last);
}

/** The card of the last assignment: earlier ones only point to where the callback went. */
async function cardOf(tenant: string, id: ContactId, { store }: Services): Promise<ListedCallback['card']> {
  const cards = await store.cards.list(tenant, id);
  const last = cards.toSorted((one, other) => one.assignment - other.assignment).at(-1);
  if (last?.activity === undefined) return undefined;
  return { conversation: last.conversation, activity: last.activity };
}
