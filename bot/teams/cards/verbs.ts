import * as v from 'valibot';
import { callbackResults, withdrawalReasons } from '../../../shared/callback/callback.ts';
import { outcomes } from '../../../shared/contact/contact.ts';
import { ContactIdSchema } from '../../../shared/contact/contactId.ts';
import { type FormField, formFields } from '../../../shared/contact/registrationForm.ts';

/** Clients leave out an input in which nothing was filled in. */
const input = v.optional(v.string(), '');

const formEntries = Object.fromEntries(formFields.map((field) => [field, input])) as Record<
  FormField,
  typeof input
>;

const SubmitSchema = v.pipe(
  v.object({
    ...formEntries,
    verb: v.literal('registration.submit'),
    id: ContactIdSchema,
    outcome: v.picklist(outcomes),
    correcting: v.boolean(),
  }),
  v.transform(({ verb, id, outcome, correcting, ...typed }) => ({ verb, id, outcome, correcting, typed })),
);

const act = {
  verb: v.literal('callback.act'),
  id: ContactIdSchema,
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
};

/** A toggle's value comes as text. */
const toggle = v.pipe(
  input,
  v.transform((value) => value === 'true'),
);

const ActSchema = v.variant('action', [
  v.object({ ...act, action: v.literal('take') }),
  v.object({ ...act, action: v.literal('attempt'), messageLeft: toggle }),
  v.object({ ...act, action: v.literal('finish'), result: v.picklist(callbackResults) }),
  v.object({ ...act, action: v.literal('handOver'), department: input }),
  v.object({ ...act, action: v.literal('reopen') }),
]);

const WithdrawSchema = v.object({
  verb: v.literal('registration.withdraw'),
  id: ContactIdSchema,
  /** '' while none is chosen. */
  reason: v.optional(v.picklist([...withdrawalReasons, '']), ''),
});

const ListSchema = v.object({
  verb: v.literal('callbacks.list'),
  /** How many to skip. */
  from: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Whether the button is on a list that is a message by itself; an alert's button does not say so. */
  ownMessage: v.optional(v.boolean(), false),
});

const FeedbackLinkSchema = v.object({
  verb: v.literal('feedback.link'),
  department: input,
  process: input,
  aboutCase: toggle,
});

const CardDataSchema = v.union([
  SubmitSchema,
  ActSchema,
  WithdrawSchema,
  v.object({ verb: v.literal('registration.correct'), id: ContactIdSchema }),
  v.object({ verb: v.literal('registration.open') }),
  v.object({ verb: v.literal('registration.show'), id: ContactIdSchema }),
  ListSchema,
  FeedbackLinkSchema,
  v.object({ verb: v.literal('feedback.open') }),
  v.object({ verb: v.literal('feedback.callback'), id: ContactIdSchema }),
]);

/** What a button of a card sends: its own data and what was filled in. */
export type CardData = v.InferOutput<typeof CardDataSchema>;

/** Undefined for what no card of ours can have sent. */
export function parseCardData(data: unknown): CardData | undefined {
  const parsed = v.safeParse(CardDataSchema, data);
  return parsed.success ? parsed.output : undefined;
}
