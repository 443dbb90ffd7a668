import { ActivityTypes } from 'botbuilder';
import { texts } from '../../../shared/texts/texts.ts';
import { placeWaiting } from '../../channel/placeWaiting.ts';
import type { Services } from '../../services.ts';
import { cardMessage } from '../answer.ts';
import { helpCard } from '../cards/help.ts';
import type { Route } from './route.ts';

/**
 * The bot was installed for a person or in a team: it greets and explains. An upgrade that adds a bot
 * to an app without one (add-upgrade) is the first that people see of it, too. Teams sends a
 * conversationUpdate beside it, which needs no answer.
 */
export const arrival: Route = {
  isInvoke: false,
  matches: ({ activity }) =>
    activity.type === ActivityTypes.InstallationUpdate && activity.action?.startsWith('add') === true,
  async handle({ context, tenant, place, locale, services, afterwards }) {
    if (place.kind === 'channel') afterwards(placeAll(tenant, services));
    const { departments } = await services.store.municipalities.read(tenant);
    const title = texts(locale).chat.welcome;
    await context.sendActivity(
      cardMessage(helpCard({ title, place: place.kind, departments, locale }), title),
    );
  },
};

/** What could not be shown while the bot was away from a team comes now. */
async function placeAll(tenant: string, services: Services): Promise<void> {
  const links = await services.store.places.links(tenant);
  const departments = links.map(({ department }) => department);
  await placeWaiting(tenant, departments, services);
}
