import { AppManifestUtils } from '@microsoft/app-manifest';
import * as v from 'valibot';

/** The texts of one language by the path that leads to them in the manifest, such as `staticTabs[0].name`. */
export type ManifestTexts = ReadonlyMap<string, string>;

/** A language file of a Teams app: flat, with its schema beside its texts. */
const LanguageFileSchema = v.objectWithRest({ $schema: v.string() }, v.string());

export interface LanguageFile {
  readonly schema: string;
  readonly texts: ManifestTexts;
}

export function parseLanguageFile(json: string): LanguageFile {
  const { $schema, ...texts } = v.parse(LanguageFileSchema, JSON.parse(json));
  return { schema: $schema, texts: new Map(Object.entries(texts)) };
}

/** Every text of the manifest that Teams lets one translate, in the manifest's own language. */
export function textsOfManifest(manifest: object, limits: TextLimits): ManifestTexts {
  return new Map(stringsIn(manifest, '').filter(([path]) => limits.of(path) !== undefined));
}

/** How long the text at a path may be; undefined where nothing can be translated. */
export interface TextLimits {
  of(path: string): number | undefined;
}

const TextSchema = v.object({ maxLength: v.optional(v.number(), Number.POSITIVE_INFINITY) });

/** Microsoft's schema of language files, as far as it is needed here. */
const LimitsSchema = v.object({
  patternProperties: v.record(v.string(), TextSchema),
  properties: v.record(v.string(), TextSchema),
});

/**
 * The limits in Microsoft's schema of language files, which comes with @microsoft/app-manifest. That package
 * cannot validate a language file by it: one of its patterns is no regular expression in Unicode mode.
 */
export async function readTextLimits(schemaAddress: string): Promise<TextLimits> {
  const schema = v.parse(LimitsSchema, await AppManifestUtils.fetchSchema(schemaAddress));
  const { $schema: _, ...properties } = schema.properties;
  const patterns = Object.entries(schema.patternProperties).map(
    ([pattern, text]) => [new RegExp(pattern), text] as const,
  );
  return {
    of: (path) => (properties[path] ?? patterns.find(([pattern]) => pattern.test(path))?.[1])?.maxLength,
  };
}

/** Every string in a value with the path that leads to it. */
function stringsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => stringsIn(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    stringsIn(child, path === '' ? key : `${path}.${key}`),
  );
}
