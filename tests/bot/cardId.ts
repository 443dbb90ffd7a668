import type { ContactId } from '../../shared/contact/contactId.ts';
import type { StandingCard } from '../rig/fakeConnector.ts';

/** The contact that a registration card will make, or a callback's card is about. */
export function idOn({ card }: Pick<StandingCard, 'card'>): ContactId {
  return /"id":"(\d{4}-\d{2}-\d{2}-[a-z0-9]{16})"/.exec(JSON.stringify(card))?.[1] as ContactId;
}
