import { ActivityTypes } from 'botbuilder';
import { texts } from '../../../shared/texts/texts.ts';
import { cardMessage } from '../answer.ts';
import { helpCard } from '../cards/welcome.ts';
import type { Route } from './route.ts';

/**
 * The bot was installed for a person or in a team: it greets and explains. Teams sends a
 * conversationUpdate beside it, which needs no answer.
 */
export const arrival: Route = {
  isInvoke: false,
  matches: ({ activity }) =>
    activity.type === ActivityTypes.InstallationUpdate && activity.action?.startsWith('add') === true,
  async handle({ context, tenant, place, locale, services }) {
    const { departments } = await services.store.municipalities.read(tenant);
    const where = place.kind === 'person' ? 'personal' : 'team';
    await context.sendActivity(
      cardMessage(helpCard({ place: where, departments, locale }), texts(locale).chat.helpTitle),
    );
  },
};
