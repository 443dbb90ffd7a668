import * as v from 'valibot';

/** An employee as Teams knows them. Never a citizen. */
export const PersonSchema = v.object({
  /** The Entra object id. */
  id: v.string(),
  name: v.string(),
  /** The id by which a message can mention them (29:…); not there for who was never seen in Teams. */
  teamsId: v.optional(v.string()),
});
export type Person = Readonly<v.InferOutput<typeof PersonSchema>>;
