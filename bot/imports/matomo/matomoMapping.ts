import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { SecretName } from '../pull/secrets.ts';
import { WebAddress } from '../pull/webAddress.ts';

const Name = v.pipe(v.string('expected a name'), v.minLength(1, 'expected a name'));

const Id = v.pipe(
  v.number('expected a number'),
  v.integer('expected a whole number'),
  v.minValue(1, 'expected 1 or more'),
);

/** A goal or event that is new has no counts before this day (YYYY-MM-DD). Default: it always was there. */
const countedFrom = v.optional(v.pipe(v.string(), v.check(isDay, 'expected a day, such as "2026-05-01"')));

/** What of a website says that a request was handled. */
const Counter = v.union(
  [
    /** Conversions of a goal, by its number. */
    v.strictObject({ goal: Id, countedFrom }),
    /** Events of a category and action. */
    v.strictObject({ event: v.strictObject({ category: Name, action: Name }), countedFrom }),
    /** Visits with this page in it, such as the one that says thanks: opening it again is no new request. */
    v.strictObject({ page: v.pipe(v.string(), v.url('expected the address of a page')), countedFrom }),
  ],
  'expected {"goal": 4}, {"event": {"category": "…", "action": "…"}} or {"page": "https://…"}',
);
export type Counter = v.InferOutput<typeof Counter>;

export const MatomoMapping = v.strictObject({
  /** Where Matomo is, such as "https://stats.example.nl". */
  url: WebAddress,
  idSite: Id,
  /** Name of the secret with a token_auth of a user who may only view this website. */
  secret: SecretName,
  /** From the id of a customer process to what is counted of it. */
  processes: v.record(v.string(), Counter, 'expected the id of a process, and what is counted of it'),
});
export type MatomoMapping = v.InferOutput<typeof MatomoMapping>;

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
