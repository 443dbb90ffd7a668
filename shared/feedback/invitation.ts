import type { Temporal } from 'temporal-polyfill';
import type { Rating } from '../fact/rating.ts';

/** What a citizen is asked to rate. Nothing in it says who they are. */
export type RatedWork = Pick<Rating, 'about' | 'department' | 'process'>;

/** A link that was given to one citizen, to rate us once. */
export interface Invitation extends RatedWork {
  /** 16 random bytes, base64url; that of the rating, too. */
  readonly id: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
}
