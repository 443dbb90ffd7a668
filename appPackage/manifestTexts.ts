import { AppManifestUtils } from '@microsoft/app-manifest';
import * as v from 'valibot';

/** The texts of one language by their key in a language file, such as `staticTabs[0].name`. */
export type ManifestTexts = ReadonlyMap<string, string>;

/** A language file of a Teams app: flat, with its schema beside its texts. */
export const LanguageFileSchema = v.objectWithRest({ $schema: v.string() }, v.string());

export type LanguageFile = v.InferOutput<typeof LanguageFileSchema>;

/** Microsoft's schema of language files lists every text of a manifest that can be translated. */
const TranslatableSchema = v.object({
  properties: v.record(v.string(), v.unknown()),
  patternProperties: v.record(v.string(), v.unknown()),
});

/** The texts of the manifest itself, in its default language: all that Teams lets one translate. */
export async function textsOfManifest(manifest: object, languageSchema: string): Promise<ManifestTexts> {
  const schema = v.parse(TranslatableSchema, await AppManifestUtils.fetchSchema(languageSchema));
  const patterns = Object.keys(schema.patternProperties).map((pattern) => new RegExp(pattern));
  const isTranslatable = ([key]: readonly [string, string]) =>
    key !== '$schema' && (key in schema.properties || patterns.some((pattern) => pattern.test(key)));
  return new Map(stringsIn(manifest, '').filter(isTranslatable));
}

export function textsOfLanguageFile({ $schema: _, ...texts }: LanguageFile): ManifestTexts {
  return new Map(Object.entries(texts));
}

/** Every string in a value with the path that leads to it. */
function stringsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => stringsIn(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    stringsIn(child, path === '' ? key : `${path}.${key}`),
  );
}
