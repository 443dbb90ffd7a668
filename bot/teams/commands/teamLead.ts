import { TeamsInfo, type TurnContext } from 'botbuilder';
import * as v from 'valibot';
import type { Person } from '../../../shared/person.ts';
import { chatTexts } from '../../../shared/texts/chat.ts';
import { teamLeadTexts } from '../../../shared/texts/teamLead.ts';
import { setTeamLead, teamLeadOf } from '../../channel/setTeamLead.ts';
import { say } from '../answer.ts';
import type { RouteTurn } from '../routes/route.ts';

/** "teamleider @Petra" in a department's channel sets who is told of what stays overdue; "teamleider geen" nobody. */
export async function teamLead(turn: RouteTurn, argument: string): Promise<void> {
  const { context, place, locale } = turn;
  if (place.kind === 'person') return say(context, chatTexts[locale].linkInChannelOnly);
  await say(context, await answer(turn, argument));
}

async function answer(turn: RouteTurn, argument: string): Promise<string> {
  const { context, tenant, place, locale, services } = turn;
  const t = teamLeadTexts[locale];
  const lead = await mentionedPerson(context);
  const isRemoval = lead === undefined && /^(?:geen|niemand|none|nobody)\b/i.test(argument);
  const found =
    lead !== undefined || isRemoval
      ? await setTeamLead(tenant, place.conversation, lead, services)
      : await teamLeadOf(tenant, place.conversation, services);
  if (found.kind === 'noDepartment') return t.noDepartment;
  const { department } = found;
  if (lead !== undefined) return t.set(lead.name, department.name);
  if (isRemoval) return t.removed(department.name);
  return department.lead === undefined
    ? t.nobody(department.name)
    : t.isNow(department.lead.name, department.name);
}

const MentionSchema = v.object({
  type: v.literal('mention'),
  mentioned: v.object({ id: v.string(), name: v.string() }),
});

/** Who is mentioned in a message, beside the bot itself. */
async function mentionedPerson(context: TurnContext): Promise<Person | undefined> {
  const { entities, recipient } = context.activity;
  const mentions = (entities ?? []).flatMap((entity) => {
    const parsed = v.safeParse(MentionSchema, entity);
    return parsed.success ? [parsed.output.mentioned] : [];
  });
  const mentioned = mentions.find(({ id }) => id !== recipient.id);
  if (mentioned === undefined) return undefined;
  const { id: teamsId, name } = mentioned;
  // A mention has Teams' own id only; the chat of a person goes by that of Entra.
  const member = await TeamsInfo.getMember(context, teamsId);
  return { id: member.aadObjectId ?? teamsId, name, teamsId };
}
