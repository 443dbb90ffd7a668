import * as v from 'valibot';

/** Lower-case letters, digits and hyphens; never changes. */
export const WebsiteIdSchema = v.pipe(v.string(), v.maxLength(50), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** A website channel: a page that a citizen must be able to open, such as the one with the contact form. */
export const WebsiteSchema = v.object({
  id: WebsiteIdSchema,
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)),
  /** https alone, and without a name or password in it. */
  url: v.pipe(v.string(), v.trim(), v.maxLength(2_000), v.url(), v.check(isPlainHttps)),
  /** Of the page that redirects lead to. Default: 200. */
  expectedStatus: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)), 200),
  /** Stands somewhere in the page as it is sent, capitals as they are. Default: any page will do. */
  expectedText: v.optional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(200))),
  /** How long the whole of it may take, redirects included. Default: 10. */
  timeoutSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 10),
});
export type Website = Readonly<v.InferOutput<typeof WebsiteSchema>>;

function isPlainHttps(url: string): boolean {
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
}
