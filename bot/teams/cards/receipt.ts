import { type StepOf, withdrawalReasons } from '../../../shared/callback/callback.ts';
import { isOpen, stateOf } from '../../../shared/callback/state.ts';
import { departmentName, type Municipality, processName } from '../../../shared/municipality/municipality.ts';
import { callbackTexts } from '../../../shared/texts/callback.ts';
import type { Locale } from '../../../shared/texts/locale.ts';
import { deadlineText, momentText } from '../../../shared/texts/moments.ts';
import { registrationTexts } from '../../../shared/texts/registration.ts';
import type { Receipt } from '../../messenger.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import { plainText } from './plainText.ts';
import template from './receipt.json' with { type: 'json' };

const draw = cardFrom(template);

export interface ReceiptView extends Receipt {
  readonly municipality: Municipality;
  readonly locale: Locale;
}

/** What was registered, with the deadline if a callback was asked. */
export function receiptCard(view: ReceiptView): AdaptiveCard {
  const { registered, mayCorrect, locale } = view;
  const t = registrationTexts[locale];
  const { contact, callback } = registered;
  return draw({
    t,
    id: contact.id,
    title: receiptPreview(view),
    facts: factsOf(view),
    hint: hintOf(view),
    mayCorrect,
    mayWithdraw: callback !== undefined && isOpen(stateOf(callback)),
    reasons: withdrawalReasons.map((reason) => ({
      title: sentence(callbackTexts[locale].withdrawalReasons[reason]),
      value: reason,
    })),
  });
}

/** What a notification shows. */
export function receiptPreview({ registered, locale }: ReceiptView): string {
  const t = registrationTexts[locale];
  return registered.contact.correctedAt === undefined ? t.receiptTitle : t.correctedTitle;
}

function factsOf({ registered, deadline, municipality, locale }: ReceiptView) {
  const t = registrationTexts[locale];
  const { contact, callback } = registered;
  const state = callback && stateOf(callback);
  const isPromised = state !== undefined && state.status !== 'withdrawn';
  const facts = [
    { label: t.outcome, value: t.outcomes[contact.outcome], weight: 'bolder' },
    { label: t.channel, value: t.channels[contact.channel] },
    { label: t.process, value: processName(municipality, contact.process) },
    { label: t.department, value: departmentName(municipality, contact.department) },
    { label: t.citizenName, value: (isPromised && callback?.request.citizen.name) || '' },
    { label: t.subject, value: (isPromised && callback?.request.subject) || '' },
    { label: t.callBefore, value: (isPromised && deadline && deadlineText(deadline, locale)) || '' },
    { label: t.noteLabel, value: contact.note },
  ];
  return facts
    .filter(({ value }) => value !== '')
    .map(({ label, value, weight }) => ({ label, value: plainText(value), weight: weight ?? 'default' }));
}

/** What must be known beside the answers. */
interface Hint {
  readonly text: string;
  readonly style: 'good' | 'warning';
}

function hintOf({ registered: { callback }, waiting, municipality, locale }: ReceiptView): Hint {
  const nothing: Hint = { text: '', style: 'warning' };
  if (callback === undefined) return nothing;
  const { ending, department } = stateOf(callback);
  if (ending !== undefined) {
    const text = plainText(endingOf(ending, locale));
    return { text, style: ending.kind === 'done' ? 'good' : 'warning' };
  }
  if (!waiting) return nothing;
  const text = registrationTexts[locale].waiting(departmentName(municipality, department));
  return { ...nothing, text: plainText(text) };
}

function endingOf(ending: StepOf<'done' | 'withdrawn'>, locale: Locale): string {
  const t = registrationTexts[locale];
  if (ending.kind === 'withdrawn') return t.withdrawn(callbackTexts[locale].withdrawalReasons[ending.reason]);
  const { name } = ending.by;
  return (ending.result === 'spoken' ? t.spoken : t.notReached)(name, momentText(ending.at, locale));
}

/** With a capital. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
