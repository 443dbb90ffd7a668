import type { Deadline } from '../shared/calendar/deadline.ts';
import type { Callback } from '../shared/callback/callback.ts';
import type { Registered } from '../shared/contact/register.ts';
import type { Municipality } from '../shared/municipality/municipality.ts';
import type { Locale } from '../shared/texts/locale.ts';
import type { Place } from './store/places.ts';

/** What Zeven says in Teams on its own initiative; how it looks is the messenger's affair. */
export type Message =
  | {
      readonly kind: 'callback';
      readonly callback: Callback;
      readonly deadline: Deadline;
      readonly municipality: Municipality;
      /** Whether this card is still where the callback is, or points to where it went. */
      readonly standing: 'current' | 'handedOver';
    }
  | ({ readonly kind: 'receipt'; readonly municipality: Municipality; readonly locale: Locale } & Receipt);

/** What a registrar is told of a registration. */
export interface Receipt {
  readonly registered: Registered;
  readonly deadline: Deadline | undefined;
  /** The department has no channel yet: the callback is kept and waits. */
  readonly waiting: boolean;
  readonly mayCorrect: boolean;
}

export type Delivery =
  | { readonly kind: 'delivered'; readonly activity: string }
  /** Teams is busy or out of reach; `seconds` is what it asks for, if it says so. */
  | { readonly kind: 'later'; readonly seconds: number | undefined }
  /** The message or the conversation is not there any more, or the bot is not welcome in it. */
  | { readonly kind: 'gone' };

/** Posts to Teams and updates what stands there; never throws for what Teams answers. */
export interface Messenger {
  post(place: Place, message: Message): Promise<Delivery>;
  update(place: Place, activity: string, message: Message): Promise<Delivery>;
}
