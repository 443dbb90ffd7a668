import { callbackDeadline } from '../../shared/calendar/deadline.ts';
import type { CallbackAction } from '../../shared/callback/act.ts';
import { stateOf } from '../../shared/callback/state.ts';
import type { Outcome } from '../../shared/contact/contact.ts';
import type { Mistakes } from '../../shared/contact/registrationForm.ts';
import { departmentName } from '../../shared/municipality/municipality.ts';
import { texts } from '../../shared/texts/texts.ts';
import { actOnCallback, type Clicked } from '../callback/actOnCallback.ts';
import { type Correcting, correctContact, openForCorrection } from '../contact/correctContact.ts';
import { registerContact } from '../contact/registerContact.ts';
import type { Message } from '../messenger.ts';
import type { AdaptiveCard } from './cards/adaptiveCard.ts';
import { callbackCard } from './cards/callback.ts';
import { receiptCard } from './cards/receipt.ts';
import { registrationCard } from './cards/registration.ts';
import type { CardData } from './cards/verbs.ts';
import { formOf, freshRegistration } from './registrationView.ts';
import type { RouteTurn } from './routes/route.ts';

/** What a click leads to, for who clicked. */
export type Shown =
  | {
      readonly kind: 'card';
      readonly card: AdaptiveCard;
      /** What must from now on stand in place of the card that was clicked. */
      readonly stands?: Message;
    }
  | { readonly kind: 'text'; readonly text: string };

type Data<Verb extends CardData['verb']> = Extract<CardData, { verb: Verb }>;

/** Does what a button of a card asks, wherever that card stands: in a chat, a channel or a dialog. */
export function clickCard(data: CardData, turn: RouteTurn): Promise<Shown> {
  switch (data.verb) {
    case 'registration.open':
      return open(turn);
    case 'registration.submit':
      return submit(data, turn);
    case 'registration.correct':
      return startCorrecting(data, turn);
    case 'callback.act':
      return actOn(data, turn);
  }
}

async function open({ tenant, locale, services }: RouteTurn): Promise<Shown> {
  return { kind: 'card', card: await freshRegistration(tenant, locale, services) };
}

async function submit(data: Data<'registration.submit'>, turn: RouteTurn): Promise<Shown> {
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
    case 'registered': {
      const message = { ...answer.receipt, kind: 'receipt', municipality, locale } as const;
      return { kind: 'card', card: receiptCard(message), stands: message };
    }
  }
}

async function startCorrecting(data: Data<'registration.correct'>, turn: RouteTurn): Promise<Shown> {
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

async function actOn(data: Data<'callback.act'>, turn: RouteTurn): Promise<Shown> {
  const { tenant, person, place, locale, services } = turn;
  const { id, revision } = data;
  const { departments } = await services.store.municipalities.read(tenant);
  const action = actionOf(data);
  if (action.kind === 'handOver' && !departments.some((known) => known.id === action.department)) {
    return { kind: 'text', text: texts(locale).chat.chooseDepartment };
  }
  const { conversation } = place;
  const clicked = await actOnCallback(
    { tenant, id, seenRevision: revision, action, by: person, conversation },
    services,
  );
  return showClicked(clicked, turn);
}

function actionOf(data: Data<'callback.act'>): CallbackAction {
  switch (data.action) {
    case 'take':
      return { kind: 'take' };
    case 'attempt':
      return { kind: 'attempt', messageLeft: data.messageLeft };
    case 'finish':
      return { kind: 'finish', result: data.result };
    case 'handOver':
      return { kind: 'handOver', department: data.department };
  }
}

async function showClicked(clicked: Clicked, turn: RouteTurn): Promise<Shown> {
  const { tenant, locale, services } = turn;
  const { store, calendar, now } = services;
  const { chat } = texts(locale);
  if (clicked.kind === 'unknown') return { kind: 'text', text: chat.unknownCallback };
  const { callback } = clicked;
  const municipality = await store.municipalities.read(tenant);
  const nameOf = (id: string) => departmentName(municipality, id);
  if (clicked.kind === 'notHere') {
    return { kind: 'text', text: chat.notHere(nameOf(stateOf(callback).department)) };
  }
  const [{ at }] = callback.steps;
  const isHandedOver = clicked.acted.kind === 'applied' && callback.steps.at(-1)?.kind === 'handedOver';
  return {
    kind: 'card',
    card: callbackCard({
      callback,
      deadline: callbackDeadline(calendar, at, callback.promisedWorkingDays),
      municipality,
      locale,
      now: now(),
      standing: isHandedOver ? 'handedOver' : 'current',
      notice: chat.acted(clicked.acted, nameOf),
    }),
  };
}
