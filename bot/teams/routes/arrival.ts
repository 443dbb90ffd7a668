import { ActivityTypes } from 'botbuilder';
import { texts } from '../../../shared/texts/texts.ts';
import { placeWaiting } from '../../channel/placeWaiting.ts';
import { cardMessage } from '../answer.ts';
import { helpCard } from '../cards/help.ts';
import type { Route } from './route.ts';

/**
 * The bot was installed for a person or in a team: it greets and explains. An upgrade that adds a bot
 * to an app without one (add-upgrade) is the first that people see of it, too. What waited while it was
 * removed comes now. Teams sends a conversationUpdate beside it, which needs no answer.
 */
export const arrival: Route = {
  isInvoke: false,
  matches: ({ activity }) =>
    activity.type === ActivityTypes.InstallationUpdate && activity.action?.startsWith('add') === true,
  async handle({ context, tenant, place, locale, services, afterwards }) {
    await services.store.places.unpark(tenant, place);
    if (place.kind === 'channel') afterwards(placeWaiting(tenant, 'all', services));
    const { departments } = await services.store.municipalities.read(tenant);
    const title = texts(locale).chat.welcome;
    await context.sendActivity(
      cardMessage(helpCard({ title, place: place.kind, departments, locale }), title),
    );
  },
};
