import type { Message } from '../../messenger.ts';
import type { AdaptiveCard } from '../cards/adaptiveCard.ts';
import type { CardData } from '../cards/verbs.ts';

/** A card as a message. */
export interface Post {
  readonly card: AdaptiveCard;
  /** What a notification shows of it. */
  readonly summary: string;
}

/** What a click leads to, for who clicked. */
export type Shown =
  | {
      readonly kind: 'card';
      readonly card: AdaptiveCard;
      /** What must from now on stand in place of the card that was clicked. */
      readonly stands?: Message;
      /**
       * There when the card that was clicked must stay for everybody else: what to post beside it where a
       * client cannot show a card to one person.
       */
      readonly apart?: Post;
    }
  /** A message of its own; the card that was clicked stays. `text` says so to who clicked. */
  | { readonly kind: 'post'; readonly post: Post; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/** What a button with this verb sends. */
export type DataOf<Verb extends CardData['verb']> = Extract<CardData, { verb: Verb }>;
