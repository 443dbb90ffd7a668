import type { Undelivered } from '../messenger.ts';
import { ConnectorRefusal } from './connector.ts';

/** Why one attempt to send did not succeed. */
export type Failure =
  /** Too busy; `seconds` is what Retry-After asks for. */
  | { readonly kind: 'busy'; readonly seconds: number | undefined }
  /** Out of reach or out of order: it may be better later. */
  | { readonly kind: 'unreachable' }
  /** The message is not there, or else its conversation. */
  | { readonly kind: 'missing' }
  | Exclude<Undelivered, { kind: 'later' }>;

/**
 * What the error of an attempt means, by status code and error code.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages;
 * that 412, 502 and 504 are tried again like 429, says …/bots/how-to/rate-limit.
 */
export function failureOf(error: unknown): Failure {
  // No answer: a time-out, a broken connection, no token to be had.
  if (!(error instanceof ConnectorRefusal)) return { kind: 'unreachable' };
  const { status, code, retryAfterSeconds } = error;
  switch (status) {
    case 429:
      return { kind: 'busy', seconds: retryAfterSeconds };
    case 412:
    case 502:
    case 503:
    case 504:
      return { kind: 'unreachable' };
    case 404:
      return { kind: 'missing' };
    case 403:
      // Any other code says that the bot may not be there: removed (BotNotInConversationRoster), or shut out.
      return { kind: code === 'ConversationBlockedByUser' ? 'gone' : 'away' };
    default:
      return { kind: 'refused' };
  }
}
