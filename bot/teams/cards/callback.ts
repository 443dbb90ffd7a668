import type { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../../../shared/calendar/deadline.ts';
import { mayGiveUp } from '../../../shared/callback/attemptRule.ts';
import { type Callback, revisionOf } from '../../../shared/callback/callback.ts';
import { formatPhone } from '../../../shared/callback/phone.ts';
import { mayReopen } from '../../../shared/callback/reopening.ts';
import { isOpen, stateOf } from '../../../shared/callback/state.ts';
import { departmentName, type Municipality } from '../../../shared/municipality/municipality.ts';
import { callbackTexts } from '../../../shared/texts/callback.ts';
import { feedbackCardTexts } from '../../../shared/texts/feedbackCard.ts';
import type { Locale } from '../../../shared/texts/locale.ts';
import { deadlineText, momentText } from '../../../shared/texts/moments.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import template from './callback.json' with { type: 'json' };
import { historyOf } from './callbackHistory.ts';
import { statusOf } from './callbackStatus.ts';
import { plainText } from './plainText.ts';

const draw = cardFrom(template);

export interface CallbackView {
  readonly callback: Callback;
  readonly deadline: Deadline;
  readonly municipality: Municipality;
  readonly locale: Locale;
  readonly now: Temporal.Instant;
  /** Whether this card is where the callback is, or points to where it went, or where it waits for a channel. */
  readonly standing: 'current' | 'handedOver' | 'waiting';
  /** For who clicked: what they must know. */
  readonly notice?: string | undefined;
}

/** A callback in the channel of its department. What is finished can be opened again and rated by the citizen. */
export function callbackCard(view: CallbackView): AdaptiveCard {
  const { callback, municipality, locale, now, standing, notice } = view;
  const t = callbackTexts[locale];
  const state = stateOf(callback);
  const isCurrent = standing === 'current';
  const isWorkable = isCurrent && isOpen(state);
  return draw({
    t,
    id: callback.id,
    revision: revisionOf(callback),
    title: titleOf(view),
    subject: plainText(callback.request.subject),
    notice: plainText(notice ?? ''),
    status: statusOf(view),
    phone: isWorkable ? phoneLink(callback.request.citizen.phone) : '',
    facts: factsOf(view),
    history: historyOf(view),
    isOpen: isWorkable,
    mayTake: isWorkable && state.owner === undefined,
    mayGiveUp: isWorkable && mayGiveUp(state),
    mayReopen: isCurrent && mayReopen(state, now),
    mayAskRating: isCurrent && state.status === 'done',
    askRating: feedbackCardTexts[locale].askCitizen,
    finishStyle: state.owner === undefined ? 'default' : 'positive',
    departments: isWorkable
      ? municipality.departments
          .filter(({ id }) => id !== state.department)
          .map(({ id, name }) => ({ title: name, value: id }))
      : [],
  });
}

/** What a notification shows: never the citizen's data. */
export function callbackPreview({
  callback,
  municipality,
  locale,
}: Pick<CallbackView, 'callback' | 'municipality' | 'locale'>): string {
  const { department } = stateOf(callback);
  const name = departmentName(municipality, department);
  return callbackTexts[locale].preview(name, momentText(callback.due, locale));
}

function titleOf({ callback, municipality, locale, standing }: CallbackView): string {
  const t = callbackTexts[locale];
  const { department } = stateOf(callback);
  const name = departmentName(municipality, department);
  return standing === 'current' ? t.title(name) : t.handedOverTo(name);
}

/** The number is ours to write, in E.164, so this link cannot be anything else. */
function phoneLink(phone: string): string {
  return `[${formatPhone(phone)}](tel:${phone})`;
}

/** A card that points elsewhere, or is withdrawn, no longer shows the citizen's data. */
function factsOf({ callback, deadline, locale, standing }: CallbackView) {
  if (standing !== 'current' || stateOf(callback).status === 'withdrawn') return [];
  const t = callbackTexts[locale];
  const { citizen, preferredMoment } = callback.request;
  const [asked] = callback.steps;
  const facts = [
    { label: t.citizen, value: citizen.name, weight: 'bolder' },
    { label: t.preferredMoment, value: preferredMoment },
    { label: t.before, value: deadlineText(deadline, locale), weight: 'bolder' },
    { label: t.note, value: callback.note },
    { label: t.asked, value: t.askedBy(asked.by.name, momentText(asked.at, locale)) },
  ];
  return facts
    .filter(({ value }) => value !== '')
    .map(({ label, value, weight }) => ({ label, value: plainText(value), weight: weight ?? 'default' }));
}
