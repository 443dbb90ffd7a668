import type { ConversationReference, TurnContext } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import type { Person } from '../../shared/person.ts';
import type { Place } from '../store/places.ts';
import type { TeamsAdapter } from './adapter.ts';

/**
 * Does something in a conversation without having been asked there.
 * @throws what Teams answers: ConnectorRefusal, or what was wrong with the road to it.
 */
export async function inConversation<Result>(
  adapter: TeamsAdapter,
  { tenant, place }: { tenant: string; place: Place },
  logic: (context: TurnContext) => Promise<Result>,
): Promise<Result> {
  const runs: Promise<Result>[] = [];
  await adapter.continueConversationAsync(adapter.appId, referenceTo(tenant, place), async (context) => {
    const run = logic(context);
    runs.push(run);
    // Not from in here: what reaches an adapter's onTurnError seems to have succeeded.
    await run.catch(() => undefined);
  });
  const [run] = runs;
  if (run === undefined) throw new Error('botbuilder did not start the turn');
  return run;
}

/**
 * Makes the chat of the bot with a person, or finds it: there is one.
 * @param person by Entra object id.
 * @throws as above.
 */
export async function createChat(
  adapter: TeamsAdapter,
  { tenant, person, near }: { tenant: string; person: Pick<Person, 'id'>; near: Place },
): Promise<Place> {
  const { serviceUrl, botId } = near;
  let conversation = '';
  const parameters = {
    isGroup: false,
    bot: { id: botId, name: '' },
    members: [{ id: person.id, name: '' }],
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  };
  await adapter.createConversationAsync(
    adapter.appId,
    'msteams',
    serviceUrl,
    AuthenticationConstants.ToChannelFromBotOAuthScope,
    parameters,
    async ({ activity }) => {
      conversation = activity.conversation.id;
    },
  );
  return { kind: 'person', conversation, person: person.id, team: '', serviceUrl, botId };
}

/** Teams finds the tenant of a message that answers nothing by what is said here. */
function referenceTo(tenant: string, place: Place): Partial<ConversationReference> {
  const isGroup = place.kind === 'channel';
  return {
    channelId: 'msteams',
    serviceUrl: place.serviceUrl,
    bot: { id: place.botId, name: '' },
    conversation: {
      id: place.conversation,
      isGroup,
      conversationType: isGroup ? 'channel' : 'personal',
      tenantId: tenant,
      name: '',
    },
  };
}
