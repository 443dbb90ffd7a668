import * as v from 'valibot';
import { type ListedCallback, listOpen, type OpenList } from '../callback/listOpen.ts';
import type { CallbackListView, Lead } from './cards/callbackList.ts';
import { messageLink } from './messageLink.ts';
import type { RouteTurn } from './routes/route.ts';

/** The list of open callbacks for where it is asked for; undefined in a channel that has no department. */
export async function openListView(from: number, turn: RouteTurn): Promise<CallbackListView | undefined> {
  const { tenant, place, person, locale, services } = turn;
  const list = await listOpen({ tenant, place, person, from }, services);
  if (list.kind === 'notLinked') return undefined;
  return {
    list,
    leadOf: (callback) => leadOf(callback, list, turn),
    municipality: await services.store.municipalities.read(tenant),
    locale,
    now: services.now(),
  };
}

/** To one's own registration, or to the card in the channel of the department. */
function leadOf(
  { askedBy, card }: ListedCallback,
  { whose }: OpenList,
  { tenant, place, person, context }: RouteTurn,
): Lead | undefined {
  if (whose.kind === 'mine' && askedBy.id === person.id) return { kind: 'registration' };
  // The local chat client has no addresses of messages.
  if (card === undefined || !place.serviceUrl.startsWith('https:')) return undefined;
  const isHere = card.conversation === place.conversation;
  const team = isHere ? teamOf(context.activity.channelData) : undefined;
  const url = messageLink({ tenant, channel: card.conversation, message: card.activity, team });
  return { kind: 'message', url };
}

const TeamSchema = v.object({ team: v.object({ aadGroupId: v.string() }) });

function teamOf(channelData: unknown): string | undefined {
  const parsed = v.safeParse(TeamSchema, channelData);
  return parsed.success ? parsed.output.team.aadGroupId : undefined;
}
