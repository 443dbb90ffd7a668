import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Services } from '../../services.ts';
import type { Turn } from '../turn.ts';

/** What a route works with in one turn. */
export interface RouteTurn extends Turn {
  readonly context: TurnContext;
  readonly services: Services;
  readonly log: Logger;
  /** The address of the page on which citizens rate us; a token comes after it. */
  feedbackPage(): string;
  /** Work that may go on after the answer; it is finished before the program ends. */
  afterwards(work: Promise<unknown>): void;
}

/** One kind of activity and what to do with it. */
export interface Route {
  readonly isInvoke: boolean;
  matches(context: TurnContext): boolean;
  handle(turn: RouteTurn): Promise<void>;
}
