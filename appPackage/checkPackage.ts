import { AppManifestUtils, type TeamsManifestLatest } from '@microsoft/app-manifest';
import * as v from 'valibot';
import {
  type LanguageFile,
  LanguageFileSchema,
  type ManifestTexts,
  textsOfLanguageFile,
  textsOfManifest,
} from './manifestTexts.ts';
import type { PackageFiles } from './packageFiles.ts';
import { placeholdersIn } from './placeholders.ts';
import { pngSize } from './pngSize.ts';

/** The newest schema that @microsoft/app-manifest carries with it, so that checking needs no network. */
const schemas = 'https://developer.microsoft.com/json-schemas/teams/v1.30';
export const manifestSchema = `${schemas}/MicrosoftTeams.schema.json`;
export const languageSchema = `${schemas}/MicrosoftTeams.Localization.schema.json`;

/** Teams' menu of commands shows no more; the schema allows 128 and 4,000 (App manifest reference, `bots.commandLists.commands`). */
export const botCommandLimits = { title: 32, description: 128 } as const;

/** App manifest reference, `icons`. */
const iconSizes = { 'color.png': 192, 'outline.png': 32 } as const;

/** Why Teams would refuse the package or show it wrong, a sentence each; empty when it is good. */
export async function mistakesInPackage(files: PackageFiles): Promise<string[]> {
  const unfilled = placeholdersIn(files['manifest.json'] + files['en.json']);
  if (unfilled.length > 0) return unfilled.map((name) => `manifest.json: nothing is filled in for ${name}`);

  const manifest: TeamsManifestLatest = JSON.parse(files['manifest.json']);
  const english = v.parse(LanguageFileSchema, JSON.parse(files['en.json']));
  const bySchema = await mistakesBySchema(manifest, english);
  if (bySchema.length > 0) return bySchema;

  const dutch = await textsOfManifest(manifest, languageSchema);
  return [
    ...mistakesInChannelSupport(manifest),
    ...mistakesInTranslation(dutch, textsOfLanguageFile(english)),
    ...mistakesInBotCommands(dutch, 'manifest.json'),
    ...mistakesInBotCommands(textsOfLanguageFile(english), 'en.json'),
    ...mistakesInIcons(files),
  ];
}

/** Teams wants both files to be of the same version of the schema. */
async function mistakesBySchema(manifest: TeamsManifestLatest, english: LanguageFile): Promise<string[]> {
  if (manifest.$schema !== manifestSchema) return [`manifest.json: $schema must be ${manifestSchema}`];
  if (english.$schema !== languageSchema) return [`en.json: $schema must be ${languageSchema}`];
  const inManifest = await AppManifestUtils.validateAgainstSchema(manifest);
  // Its type knows manifests only, but it goes by the $schema that the file names.
  const inEnglish = await AppManifestUtils.validateAgainstSchema(english as never);
  return [
    ...inManifest.map((mistake) => `manifest.json: ${mistake}`),
    ...inEnglish.map((mistake) => `en.json: ${mistake}`),
  ];
}

/** From 1.25, Teams refuses an app for teams that does not say this; the schema does not ask it. */
function mistakesInChannelSupport({ supportsChannelFeatures }: TeamsManifestLatest): string[] {
  return supportsChannelFeatures === 'tier1' ? [] : ['manifest.json: supportsChannelFeatures must be tier1'];
}

function mistakesInTranslation(dutch: ManifestTexts, english: ManifestTexts): string[] {
  const untranslated = [...dutch.keys()].filter((key) => !english.has(key));
  const unknown = [...english.keys()].filter((key) => !dutch.has(key));
  return [
    ...untranslated.map((key) => `en.json: ${key} is missing`),
    ...unknown.map((key) => `en.json: ${key} does not exist in manifest.json`),
  ];
}

function mistakesInBotCommands(texts: ManifestTexts, file: string): string[] {
  return [...texts].flatMap(([key, text]) => {
    const part = /^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.(title|description)$/.exec(key)?.[1];
    if (part !== 'title' && part !== 'description') return [];
    const limit = botCommandLimits[part];
    return text.length > limit ? [`${file}: ${key} is longer than ${limit} characters`] : [];
  });
}

function mistakesInIcons(files: PackageFiles): string[] {
  return (['color.png', 'outline.png'] as const).flatMap((icon) => {
    const { width, height } = pngSize(files[icon]);
    const size = iconSizes[icon];
    return width === size && height === size
      ? []
      : [`${icon}: is ${width}×${height}, must be ${size}×${size}`];
  });
}
