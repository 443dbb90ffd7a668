import { callbackDeadline } from '../../../shared/calendar/deadline.ts';
import type { CallbackAction } from '../../../shared/callback/act.ts';
import { stateOf } from '../../../shared/callback/state.ts';
import { departmentName } from '../../../shared/municipality/municipality.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { actOnCallback, type Clicked } from '../../callback/actOnCallback.ts';
import { isWaiting } from '../../callback/isWaiting.ts';
import { callbackCard } from '../cards/callback.ts';
import type { RouteTurn } from '../routes/route.ts';
import type { DataOf, Shown } from './shown.ts';

export async function actOn(data: DataOf<'callback.act'>, turn: RouteTurn): Promise<Shown> {
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

function actionOf(data: DataOf<'callback.act'>): CallbackAction {
  switch (data.action) {
    case 'take':
      return { kind: 'take' };
    case 'attempt':
      return { kind: 'attempt', messageLeft: data.messageLeft };
    case 'finish':
      return { kind: 'finish', result: data.result };
    case 'handOver':
      return { kind: 'handOver', department: data.department };
    case 'reopen':
      return { kind: 'reopen' };
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
  const { acted } = clicked;
  const [{ at }] = callback.steps;
  const isHandedOver = acted.kind === 'applied' && callback.steps.at(-1)?.kind === 'handedOver';
  const isWaitingThere = isHandedOver && (await isWaiting(tenant, callback, services));
  const whereItWent = isWaitingThere ? 'waiting' : 'handedOver';
  return {
    kind: 'card',
    card: callbackCard({
      callback,
      deadline: callbackDeadline(calendar, at, callback.promisedWorkingDays),
      municipality,
      locale,
      now: now(),
      standing: isHandedOver ? whereItWent : 'current',
      notice: chat.acted(acted, nameOf),
    }),
  };
}
