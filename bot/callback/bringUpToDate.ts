import { Temporal } from 'temporal-polyfill';
import type { ContactId } from '../../shared/contact/contactId.ts';
import { settings } from '../../shared/settings.ts';
import type { Delivery } from '../messenger.ts';
import type { Services } from '../services.ts';
import type { CardSlot, ClaimedStanding, Standing } from '../store/cards.ts';
import type { Place } from '../store/places.ts';

export type Shown =
  /** Teams shows it, or there is nowhere to show it now. */
  | { readonly kind: 'shown' }
  /** Teams did not take it yet, or somebody else is at it; see `Undelivered`. */
  | { readonly kind: 'later'; readonly seconds: number | undefined }
  /** Teams will never take it: a person must look. */
  | { readonly kind: 'refused' };

interface Wanted {
  readonly tenant: string;
  readonly id: ContactId;
  readonly slot: CardSlot;
  /** What it shows when it is sent. */
  readonly revision: number;
  readonly place: Place;
  /** @param activity what stands there already. */
  send(activity: string | undefined): Promise<Delivery>;
}

/**
 * Sends something of a callback to Teams, in one instance at a time: the intent is written before, and
 * what stands there after it. Only a crash in between can send it twice; nothing can lose it.
 */
export async function bringUpToDate(
  { tenant, id, slot, revision, place, send }: Wanted,
  before: ClaimedStanding | undefined,
  { store: { cards }, now }: Services,
): Promise<Shown> {
  // Another's work in progress, which ends any moment: only a crash leaves a claim until its time is up.
  if (before !== undefined && Temporal.Instant.compare(now(), before.claimedUntil) < 0) {
    return { kind: 'later', seconds: 2 };
  }
  const standing = standingAt(place, before);
  const claimedUntil = now().add({ seconds: settings.delivery.claimSeconds });
  if (!(await cards.claim(tenant, id, slot, { ...standing, claimedUntil }, before?.etag))) {
    return { kind: 'later', seconds: 1 };
  }

  const delivery = await send(standing.activity);
  switch (delivery.kind) {
    case 'delivered': {
      const { activity } = delivery;
      await cards.settle(tenant, id, slot, { ...standing, activity, shownRevision: revision });
      return { kind: 'shown' };
    }
    case 'later':
      await cards.settle(tenant, id, slot, standing);
      return delivery;
    case 'refused':
      await cards.settle(tenant, id, slot, { ...standing, refusedRevision: revision });
      return delivery;
    case 'gone':
    case 'away': {
      // What a person was told stays told; what stands in a channel is brought up to date when the bot is back.
      const isKept = slot === 'registrar' || (delivery.kind === 'away' && standing.activity !== undefined);
      if (isKept) await cards.settle(tenant, id, slot, standing);
      else await cards.remove(tenant, id, slot);
      return { kind: 'shown' };
    }
  }
}

/** What stands in this place: nothing yet, where it stands in another. */
function standingAt({ conversation }: Place, before: Standing | undefined): Standing {
  const isHere = before?.conversation === conversation;
  return {
    conversation,
    activity: isHere ? before.activity : undefined,
    shownRevision: isHere ? before.shownRevision : 0,
    refusedRevision: 0,
  };
}
