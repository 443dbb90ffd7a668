import type { Activity } from 'botbuilder';
import * as v from 'valibot';
import type { Person } from '../../shared/person.ts';
import { type Locale, localeOf } from '../../shared/texts/locale.ts';
import type { Place } from '../store/places.ts';

/** Who says something to the bot, and where. */
export interface Turn {
  readonly tenant: string;
  readonly person: Person;
  /** Where to answer, and to post later. */
  readonly place: Place;
  /** Whether the bot is there itself: a message extension is also used where it is not. */
  readonly isHere: boolean;
  readonly locale: Locale;
  /** The activity whose card was clicked. */
  readonly card: string | undefined;
}

const ActivitySchema = v.object({
  name: v.optional(v.string(), ''),
  serviceUrl: v.string(),
  locale: v.optional(v.string()),
  replyToId: v.optional(v.string()),
  from: v.object({
    id: v.string(),
    aadObjectId: v.optional(v.string(), ''),
    name: v.optional(v.string(), ''),
  }),
  recipient: v.object({ id: v.string() }),
  conversation: v.object({
    id: v.string(),
    conversationType: v.optional(v.string()),
    tenantId: v.optional(v.string()),
  }),
  channelData: v.optional(
    v.object({
      tenant: v.optional(v.object({ id: v.string() })),
      team: v.optional(v.object({ id: v.string() })),
      teamsTeamId: v.optional(v.string(), ''),
    }),
  ),
});

/**
 * Undefined for what lacks a tenant: that is not from Teams.
 * @param language instead of the reader's own.
 */
export function readTurn(activity: Activity, language: Locale | undefined): Turn | undefined {
  const parsed = v.safeParse(ActivitySchema, activity);
  if (!parsed.success) return undefined;
  const { name, serviceUrl, locale, replyToId, from, recipient, conversation, channelData } = parsed.output;
  const tenant = channelData?.tenant?.id ?? conversation.tenantId;
  if (tenant === undefined) return undefined;
  const isPersonal = conversation.conversationType === 'personal';
  return {
    tenant,
    person: { id: from.aadObjectId, name: from.name, teamsId: from.id },
    place: {
      kind: isPersonal ? 'person' : 'channel',
      conversation: withoutThread(conversation.id),
      person: isPersonal ? from.aadObjectId : '',
      team: isPersonal ? '' : (channelData?.team?.id ?? channelData?.teamsTeamId ?? ''),
      serviceUrl,
      botId: recipient.id,
    },
    isHere: !name.startsWith('composeExtension/'),
    locale: language ?? localeOf(locale),
    card: replyToId,
  };
}

/** A conversation id with `;messageid=` is a thread in a channel; a post there would be a reply. */
function withoutThread(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, '');
}
