import { ActivityTypes } from 'botbuilder';
import { dmt, kcc } from '../../../shared/municipality/municipality.ts';
import type { Locale } from '../../../shared/texts/locale.ts';
import { texts } from '../../../shared/texts/texts.ts';
import { type Linking, linkChannel, linkNewDepartment, unlinkChannel } from '../../channel/linkChannel.ts';
import { cardMessage, say } from '../answer.ts';
import { departmentsText, helpCard } from '../cards/help.ts';
import { feedback } from '../commands/feedback.ts';
import { openList } from '../commands/openList.ts';
import { teamLead } from '../commands/teamLead.ts';
import { freshRegistration } from '../registrationView.ts';
import type { Route, RouteTurn } from './route.ts';

/** What somebody types to the bot, in personal chat or with a mention in a channel. */
export const command: Route = {
  isInvoke: false,
  matches: ({ activity }) => activity.type === ActivityTypes.Message && activity.value === undefined,
  async handle(turn) {
    const [word = '', ...rest] = (turn.context.activity.text ?? '').trim().split(/\s+/);
    // "Help!" is a cry for help as well.
    const run = commands.get(word.toLowerCase().replace(/\P{L}+$/u, '')) ?? unknown;
    await run(turn, rest.join(' '));
  },
};

type Command = (turn: RouteTurn, argument: string) => Promise<void>;

/** A map, for what is typed: an object would know "constructor" too. */
const commands: ReadonlyMap<string, Command> = new Map([
  ['beoordeling', feedback],
  ['contact', contact],
  ['feedback', feedback],
  ['help', help],
  ['hulp', help],
  ['koppel', link],
  ['ontkoppel', unlink],
  ['open', openList],
  ['teamleider', teamLead],
]);

async function contact({ context, tenant, locale, services }: RouteTurn): Promise<void> {
  const card = await freshRegistration(tenant, locale, services);
  await context.sendActivity(cardMessage(card, texts(locale).registration.title));
}

async function help({ context, tenant, place, locale, services }: RouteTurn): Promise<void> {
  const { departments } = await services.store.municipalities.read(tenant);
  const title = texts(locale).chat.helpTitle;
  await context.sendActivity(cardMessage(helpCard({ title, place: place.kind, departments, locale }), title));
}

async function link(turn: RouteTurn, name: string): Promise<void> {
  const { context, tenant, place, locale, services } = turn;
  const { chat } = texts(locale);
  if (place.kind === 'person') {
    await say(context, chat.linkInChannelOnly);
    return;
  }
  // "koppel nieuw Grondzaken" adds a department; a typing error in "koppel Grondzaken" does not.
  const [isNew, newName = ''] = /^(?:nieuw|new)(?:\s+(.+))?$/i.exec(name) ?? [];
  const linking =
    isNew === undefined
      ? await linkChannel(tenant, place.conversation, name, services)
      : await linkNewDepartment(tenant, place.conversation, newName, services);
  await say(context, linkingText(linking, locale));
}

async function unlink({ context, tenant, place, locale, services }: RouteTurn): Promise<void> {
  const { chat } = texts(locale);
  if (place.kind === 'person') {
    await say(context, chat.linkInChannelOnly);
    return;
  }
  const unlinking = await unlinkChannel(tenant, place.conversation, services);
  const isUnlinked = unlinking.kind === 'unlinked';
  await say(context, isUnlinked ? chat.unlinked(unlinking.department.name) : chat.notLinked);
}

/** A friendly answer that says what can be done. */
async function unknown({ context, locale }: RouteTurn): Promise<void> {
  await say(context, texts(locale).chat.unknownCommand);
}

function linkingText(linking: Linking, locale: Locale): string {
  const { chat } = texts(locale);
  switch (linking.kind) {
    case 'linked':
      return linking.department.id === kcc.id || linking.department.id === dmt.id
        ? chat.linkedFigures[linking.department.id]
        : chat.linked(linking.department.name, linking.waiting);
    case 'alreadyLinked':
      return chat.alreadyLinked(linking.department.name);
    case 'noName':
      return chat.linkNoName(departmentsText(linking.departments, locale));
    case 'unknownName':
      return chat.linkUnknown(linking.name, departmentsText(linking.departments, locale));
  }
}
