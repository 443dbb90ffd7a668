import { ActivityTypes } from 'botbuilder';
import { texts } from '../../../shared/texts/texts.ts';
import { linkChannel, linkNewDepartment, unlinkChannel } from '../../channel/linkChannel.ts';
import { cardMessage } from '../answer.ts';
import { helpCard } from '../cards/welcome.ts';
import { freshRegistration } from '../registrationView.ts';
import type { Route, RouteTurn } from './route.ts';

/** What somebody types to the bot, in personal chat or with a mention in a channel. */
export const command: Route = {
  isInvoke: false,
  matches: ({ activity }) => activity.type === ActivityTypes.Message && activity.value === undefined,
  async handle(turn) {
    const [word = '', ...rest] = (turn.context.activity.text ?? '').trim().split(/\s+/);
    const run = commands[word.toLowerCase()] ?? unknown;
    await run(turn, rest.join(' '));
  },
};

type Command = (turn: RouteTurn, argument: string) => Promise<void>;

const commands: Readonly<Record<string, Command>> = {
  contact,
  help,
  hulp: help,
  koppel: link,
  ontkoppel: unlink,
};

async function contact({ context, tenant, locale, services }: RouteTurn): Promise<void> {
  const card = await freshRegistration(tenant, locale, services);
  await context.sendActivity(cardMessage(card, texts(locale).registration.title));
}

async function help({ context, tenant, place, locale, services }: RouteTurn): Promise<void> {
  const { departments } = await services.store.municipalities.read(tenant);
  const where = place.kind === 'person' ? 'personal' : 'team';
  await context.sendActivity(
    cardMessage(helpCard({ place: where, departments, locale }), texts(locale).chat.helpTitle),
  );
}

async function link(turn: RouteTurn, name: string): Promise<void> {
  const { context, tenant, place, locale, services } = turn;
  const { chat } = texts(locale);
  if (place.kind === 'person') {
    await context.sendActivity(chat.linkInChannelOnly);
    return;
  }
  // "koppel nieuw Grondzaken" adds a department; a typing error in "koppel Grondzaken" does not.
  const newName = /^(?:nieuw|new)\s+(.+)$/i.exec(name)?.[1];
  const linking =
    newName === undefined
      ? await linkChannel(tenant, place.conversation, name, services)
      : await linkNewDepartment(tenant, place.conversation, newName, services);
  await context.sendActivity(chat.linking(linking));
}

async function unlink({ context, tenant, place, locale, services }: RouteTurn): Promise<void> {
  const { chat } = texts(locale);
  if (place.kind === 'person') {
    await context.sendActivity(chat.linkInChannelOnly);
    return;
  }
  const unlinking = await unlinkChannel(tenant, place.conversation, services);
  await context.sendActivity(chat.unlinking(unlinking));
}

/** A friendly answer that says what can be done. */
async function unknown({ context, locale }: RouteTurn): Promise<void> {
  await context.sendActivity(texts(locale).chat.unknownCommand);
}
