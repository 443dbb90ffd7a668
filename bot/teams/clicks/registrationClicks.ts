import type { Outcome } from '../../../shared/contact/contact.ts';
import type { Mistakes } from '../../../shared/contact/registrationForm.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { withdrawCallback } from '../../callback/withdrawCallback.ts';
import { type Correcting, correctContact, openForCorrection } from '../../contact/correctContact.ts';
import { registerContact } from '../../contact/registerContact.ts';
import type { Receipt } from '../../messenger.ts';
import { receiptCard } from '../cards/receipt.ts';
import { registrationCard } from '../cards/registration.ts';
import { formOf, freshRegistration } from '../registrationView.ts';
import type { RouteTurn } from '../routes/route.ts';
import type { DataOf, Shown } from './shown.ts';

export async function openRegistration({ tenant, locale, services }: RouteTurn): Promise<Shown> {
  return { kind: 'card', card: await freshRegistration(tenant, locale, services) };
}

export async function submitRegistration(
  data: DataOf<'registration.submit'>,
  turn: RouteTurn,
): Promise<Shown> {
  const { tenant, person, locale, services, log } = turn;
  const { id, typed, outcome, correcting } = data;
  const municipality = await services.store.municipalities.read(tenant);
  const formAgain = (mistakes: Mistakes, notice?: string): Shown => ({
    kind: 'card',
    card: registrationCard({ id, typed, mistakes, outcome, correcting, municipality, locale, notice }),
  });
  const form = { tenant, id, typed, outcome, by: person };
  let answer: Correcting;
  try {
    answer = correcting ? await correctContact(form, services) : await registerContact(form, services);
  } catch (error) {
    log.error({ err: error, contact: id }, 'A registration could not be kept');
    return formAgain({}, texts(locale).chat.storageUnavailable);
  }
  switch (answer.kind) {
    case 'mistakes':
      return formAgain(answer.mistakes);
    case 'refused':
      return { kind: 'text', text: texts(locale).chat.correctionRefused[answer.why] };
    case 'registered':
      return showReceipt(answer.receipt, turn);
  }
}

export async function startCorrecting(data: DataOf<'registration.correct'>, turn: RouteTurn): Promise<Shown> {
  const { tenant, person, locale, services } = turn;
  const { id } = data;
  const opened = await openForCorrection({ tenant, id, by: person }, services);
  if (opened.kind === 'refused') {
    return { kind: 'text', text: texts(locale).chat.correctionRefused[opened.why] };
  }
  const { registered } = opened;
  const outcome: Outcome = registered.contact.outcome;
  const municipality = await services.store.municipalities.read(tenant);
  return {
    kind: 'card',
    card: registrationCard({
      id,
      typed: formOf(registered),
      mistakes: {},
      outcome,
      correcting: true,
      municipality,
      locale,
    }),
  };
}

export async function withdrawRegistration(
  { id, reason }: DataOf<'registration.withdraw'>,
  turn: RouteTurn,
): Promise<Shown> {
  const { tenant, person, locale, services } = turn;
  const { chat } = texts(locale);
  if (reason === '') return { kind: 'text', text: chat.chooseReason };
  const answer = await withdrawCallback({ tenant, id, reason, by: person }, services);
  if (answer.kind === 'answered') return showReceipt(answer.receipt, turn);
  return {
    kind: 'text',
    text: answer.why === 'unknown' ? chat.unknownCallback : chat.notYoursToWithdraw,
  };
}

async function showReceipt(receipt: Receipt, { tenant, locale, services }: RouteTurn): Promise<Shown> {
  const municipality = await services.store.municipalities.read(tenant);
  const message = { ...receipt, kind: 'receipt', municipality, locale } as const;
  return { kind: 'card', card: receiptCard(message), stands: message };
}
