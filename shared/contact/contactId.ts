import type { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';

const pattern = /^(\d{4}-\d{2}-\d{2})-([a-z0-9]{16})$/;

/**
 * Identifies a contact and the callback that came of it: the local day of registration, then a random
 * suffix. The day leads to the row in one read, without an index.
 */
export const ContactIdSchema = v.pipe(v.string(), v.regex(pattern), v.brand('ContactId'));
export type ContactId = v.InferOutput<typeof ContactIdSchema>;

/** @param suffix 16 characters of a-z and 0-9, random enough never to repeat. */
export function contactId(day: Temporal.PlainDate | string, suffix: string): ContactId {
  return v.parse(ContactIdSchema, `${day}-${suffix}`);
}

/** The day (YYYY-MM-DD) whose partition holds the contact. */
export function dayOf(id: ContactId): string {
  return id.slice(0, 10);
}

export function suffixOf(id: ContactId): string {
  return id.slice(11);
}
