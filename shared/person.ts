import * as v from 'valibot';

/** An employee as Teams knows them; `id` is the Entra object id. Never a citizen. */
export const PersonSchema = v.object({ id: v.string(), name: v.string() });
export type Person = Readonly<v.InferOutput<typeof PersonSchema>>;
