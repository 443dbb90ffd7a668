import { AppManifestUtils, type TeamsManifestLatest } from '@microsoft/app-manifest';
import { type ManifestTexts, parseLanguageFile, readTextLimits, textsOfManifest } from './languageFile.ts';
import type { PackageFiles } from './packageFiles.ts';
import { placeholdersIn } from './placeholders.ts';
import { pngSize } from './pngSize.ts';

/** The newest schema that @microsoft/app-manifest carries with it, so that checking needs no network. */
const schemas = 'https://developer.microsoft.com/json-schemas/teams/v1.30';
const manifestSchema = `${schemas}/MicrosoftTeams.schema.json`;
export const languageSchema = `${schemas}/MicrosoftTeams.Localization.schema.json`;

/** Microsoft's reference of the app manifest, at `icons`. */
const iconSizes = { 'color.png': 192, 'outline.png': 32 } as const;

/** Why Teams would refuse the package or show it wrong, a sentence each; empty when it is good. */
export async function mistakesInPackage(files: PackageFiles): Promise<string[]> {
  const unfilled = placeholdersIn(files['manifest.json'] + files['en.json']);
  if (unfilled.length > 0) return unfilled.map((name) => `nothing is filled in for ${name}`);

  const manifest: TeamsManifestLatest = JSON.parse(files['manifest.json']);
  const bySchema = await mistakesBySchema(manifest);
  if (bySchema.length > 0) return bySchema;

  return [
    ...mistakesInChannelSupport(manifest),
    ...(await mistakesInTexts(manifest, files['en.json'])),
    ...mistakesInIcons(files),
  ];
}

async function mistakesBySchema(manifest: TeamsManifestLatest): Promise<string[]> {
  if (manifest.$schema !== manifestSchema) return [`manifest.json: $schema must be ${manifestSchema}`];
  const mistakes = await AppManifestUtils.validateAgainstSchema(manifest);
  return mistakes.map((mistake) => `manifest.json: ${mistake}`);
}

/** From 1.25, Teams refuses an app for teams that does not say this; the schema does not ask it. */
function mistakesInChannelSupport({ supportsChannelFeatures }: TeamsManifestLatest): string[] {
  return supportsChannelFeatures === 'tier1' ? [] : ['manifest.json: supportsChannelFeatures must be tier1'];
}

async function mistakesInTexts(manifest: TeamsManifestLatest, languageFile: string): Promise<string[]> {
  const english = parseLanguageFile(languageFile);
  // Teams refuses a language file of another version than the manifest.
  if (english.schema !== languageSchema) return [`en.json: $schema must be ${languageSchema}`];
  const limits = await readTextLimits(languageSchema);
  const dutch = textsOfManifest(manifest, limits);
  const tooLong = (texts: ManifestTexts) =>
    [...texts].filter(([path, text]) => text.length > limitOf(path, limits.of(path))).map(([path]) => path);
  const missing = [...dutch.keys()].filter((path) => !english.texts.has(path));
  const unknown = [...english.texts.keys()].filter((path) => !dutch.has(path));
  return [
    ...missing.map((path) => `en.json: ${path} is missing`),
    ...unknown.map((path) => `en.json: ${path} is no text of manifest.json`),
    ...tooLong(dutch).map((path) => `manifest.json: ${path} is too long`),
    ...tooLong(english.texts).map((path) => `en.json: ${path} is too long`),
  ];
}

/**
 * The menu of a bot's commands is narrower than the schema (128 and 4,000 characters): Microsoft's reference
 * of the app manifest allows 32 and 128, at `bots.commandLists.commands`.
 */
function limitOf(path: string, limitBySchema = 0): number {
  if (!path.startsWith('bots')) return limitBySchema;
  return path.endsWith('.title') ? 32 : 128;
}

function mistakesInIcons(files: PackageFiles): string[] {
  return (['color.png', 'outline.png'] as const).flatMap((icon) => {
    const { width, height } = pngSize(files[icon]);
    const size = iconSizes[icon];
    return width === size && height === size
      ? []
      : [`${icon} is ${width}×${height}, must be ${size}×${size}`];
  });
}
