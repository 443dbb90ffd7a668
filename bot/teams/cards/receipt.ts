import { stateOf } from '../../../shared/callback/state.ts';
import { departmentName, type Municipality, processName } from '../../../shared/municipality/municipality.ts';
import type { Locale } from '../../../shared/texts/locale.ts';
import { deadlineText } from '../../../shared/texts/moments.ts';
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
  return draw({
    t,
    id: registered.contact.id,
    title: receiptPreview(view),
    facts: factsOf(view),
    hint: hintOf(view),
    mayCorrect,
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

function hintOf({ registered: { callback }, waiting, municipality, locale }: ReceiptView): string {
  if (callback === undefined) return '';
  const t = registrationTexts[locale];
  const { status, department } = stateOf(callback);
  if (status === 'withdrawn') return t.withdrawn;
  return waiting ? plainText(t.waiting(departmentName(municipality, department))) : '';
}
