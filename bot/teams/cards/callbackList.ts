import type { Temporal } from 'temporal-polyfill';
import type { Urgency } from '../../../shared/callback/urgency.ts';
import { departmentName, type Municipality } from '../../../shared/municipality/municipality.ts';
import { settings } from '../../../shared/settings.ts';
import { callbackListTexts, countedText } from '../../../shared/texts/callbackList.ts';
import type { Locale } from '../../../shared/texts/locale.ts';
import { shortMomentText } from '../../../shared/texts/moments.ts';
import type { ListedCallback, OpenList } from '../../callback/listOpen.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import template from './callbackList.json' with { type: 'json' };
import { plainText } from './plainText.ts';

const draw = cardFrom(template);

/** What a click on a row leads to. */
export type Lead = { readonly kind: 'message'; readonly url: string } | { readonly kind: 'registration' };

export interface CallbackListView {
  readonly list: OpenList;
  /** Undefined where there is nothing to lead to. */
  leadOf(callback: ListedCallback): Lead | undefined;
  readonly municipality: Municipality;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
}

/**
 * Open callbacks, the most urgent first, a page at a time.
 * @param ownMessage whether the list is a message by itself, or stands on one screen in the place of an alert.
 */
export function callbackListCard(view: CallbackListView, ownMessage: boolean): AdaptiveCard {
  const { list, locale, now } = view;
  const { from, total, counts, callbacks } = list;
  const t = callbackListTexts[locale];
  const { onCard } = settings.list;
  const last = from + callbacks.length;
  return draw({
    t,
    title: plainText(callbackListTitle(view)),
    counted: plainText(total === 0 ? emptyText(view) : t.open(total, countedText(counts, locale))),
    asOf: t.asOf(shortMomentText(now, locale)),
    rows: callbacks.map((callback) => rowOf(callback, view)),
    shown: total > onCard ? t.shown(from + 1, last, total) : '',
    hint: ownMessage ? '' : t.onlyYou,
    total,
    from,
    ownMessage,
    hasPrevious: from > 0,
    previousFrom: Math.max(0, from - onCard),
    hasNext: last < total,
    nextFrom: last,
  });
}

/** What a notification shows, too. */
export function callbackListTitle(view: Pick<CallbackListView, 'list' | 'municipality' | 'locale'>): string {
  const t = callbackListTexts[view.locale];
  const { whose } = view.list;
  switch (whose.kind) {
    case 'mine':
      return t.titleOfMine;
    case 'all':
      return t.titleOfAll;
    case 'departments':
      return t.titleOf(whose.departments.map((id) => departmentName(view.municipality, id)));
  }
}

function emptyText({ list: { whose }, municipality, locale }: CallbackListView): string {
  const t = callbackListTexts[locale];
  switch (whose.kind) {
    case 'mine':
      return t.emptyOfMine;
    case 'all':
      return t.emptyOfAll;
    case 'departments':
      return t.emptyOf(whose.departments.map((id) => departmentName(municipality, id)));
  }
}

/** As the daily alert draws them; what is due later needs no looking at. */
const looks = {
  overdue: { mark: '!', color: 'attention' },
  today: { mark: '●', color: 'accent' },
  nextWorkingDay: { mark: '○', color: 'default' },
  later: { mark: '', color: 'default' },
} as const satisfies Record<Urgency, object>;

function rowOf(callback: ListedCallback, view: CallbackListView) {
  const { list, municipality, locale } = view;
  const t = callbackListTexts[locale];
  const { id, subject, due, urgency, owner, department } = callback;
  const word = urgency === 'later' ? '' : t.urgencies[urgency];
  const isOfOne = list.whose.kind === 'departments' && list.whose.departments.length === 1;
  const ofDepartment = isOfOne ? [] : [departmentName(municipality, department)];
  const when = shortMomentText(due, locale);
  const details = [when, owner?.name ?? t.nobody, ...ofDepartment];
  const lead = view.leadOf(callback);
  const takenBy = owner === undefined ? t.nobody : t.takenBy(owner.name);
  const spoken = [subject, word, when, takenBy, ...ofDepartment].filter((part) => part !== '');
  return {
    subject: plainText(subject),
    ...looks[urgency],
    word,
    details: plainText(details.join(' · ')),
    isClickable: lead !== undefined,
    // A screen reader hears this instead of what stands in the row.
    action: lead === undefined ? null : { ...actionOf(lead, id), title: plainText(spoken.join(', ')) },
  };
}

function actionOf(lead: Lead, id: ListedCallback['id']) {
  switch (lead.kind) {
    case 'message':
      return { type: 'Action.OpenUrl', url: lead.url };
    case 'registration':
      return {
        type: 'Action.Execute',
        associatedInputs: 'none',
        data: { verb: 'registration.show', id },
      };
  }
}
