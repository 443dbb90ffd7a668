import { existsSync } from 'node:fs';
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { languageSchema, mistakesInPackage } from '../../appPackage/checkPackage.ts';
import { parseLanguageFile, readTextLimits, textsOfManifest } from '../../appPackage/languageFile.ts';
import { readPackageFiles } from '../../appPackage/packageFiles.ts';
import { waterland } from './waterland.ts';

const files = await readPackageFiles(waterland);
const manifest: TeamsManifestLatest = JSON.parse(files['manifest.json']);
const texts = {
  nl: textsOfManifest(manifest, await readTextLimits(languageSchema)),
  en: parseLanguageFile(files['en.json']).texts,
};

const online = vi.fn(() => Promise.reject(new Error('There is no network here.')));
beforeEach(() => void vi.stubGlobal('fetch', online));
afterEach(() => vi.unstubAllGlobals());

test('the package is right by the schema of Microsoft and by our own checks, without a network', async () => {
  expect(await mistakesInPackage(files)).toEqual([]);
  expect(online).not.toHaveBeenCalled();
});

describe('every limit of Teams holds in both languages', () => {
  const limits: readonly [RegExp, number][] = [
    [/^name\.short$/, 30],
    [/^name\.full$/, 100],
    [/^description\.short$/, 80],
    [/^description\.full$/, 4000],
    [/^staticTabs\[\d\]\.name$/, 128],
    [/^bots\[0\]\.commandLists\[\d\]\.commands\[\d\]\.title$/, 32],
    [/^bots\[0\]\.commandLists\[\d\]\.commands\[\d\]\.description$/, 128],
    [/^composeExtensions\[0\]\.commands\[0\]\.title$/, 32],
    [/^composeExtensions\[0\]\.commands\[0\]\.description$/, 128],
  ];

  test.each(['nl', 'en'] as const)('%s', (locale) => {
    for (const [key, text] of texts[locale]) {
      const limit = limits.find(([pattern]) => pattern.test(key))?.[1];
      expect(text.length, key).toBeLessThanOrEqual(limit ?? 0);
      expect(text.trim(), key).not.toBe('');
    }
  });
});

test('every Dutch text has its English one, and the other way round', () => {
  expect([...texts.en.keys()].sort()).toEqual([...texts.nl.keys()].sort());
  expect(texts.nl.size).toBe(28);
});

test('a command is the same word in both languages: choosing it types what the bot understands', () => {
  const titles = [...texts.nl].filter(([key]) => /^bots.*\.title$/.test(key));
  for (const [key, title] of titles) expect(texts.en.get(key)).toBe(title);
  expect(new Set(titles.map(([, title]) => title))).toEqual(
    new Set(['contact', 'open', 'beoordeling', 'help', 'koppel', 'ontkoppel', 'teamleider']),
  );
});

test('the app speaks Dutch unless Teams speaks English', () => {
  expect(manifest.localizationInfo).toEqual({
    defaultLanguageTag: 'nl',
    additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
  });
});

test('the app supports every kind of channel', () => {
  expect(manifest.supportsChannelFeatures).toBe('tier1');
});

test('the app asks who somebody is and to write to them, and no more', () => {
  expect(manifest.permissions).toEqual(['identity', 'messageTeamMembers']);
  expect(manifest.devicePermissions).toBeUndefined();
  expect(manifest.authorization).toBeUndefined();
});

test('the message extension opens the registration from the compose box and from a message', () => {
  expect(manifest.composeExtensions?.[0]?.commands).toMatchObject([
    { id: 'registerContact', type: 'action', fetchTask: true, context: ['compose', 'commandBox', 'message'] },
  ]);
});

test('the tabs lead to pages that exist, on the one domain that Teams lets them load', () => {
  const tabs = manifest.staticTabs?.map(({ contentUrl }) => contentUrl) ?? [];
  expect(tabs).toHaveLength(2);
  const pages = [...tabs, manifest.configurableTabs?.[0]?.configurationUrl];
  for (const page of pages) {
    const { origin, pathname } = new URL(page ?? '');
    expect(origin).toBe(`https://${waterland.TAB_DOMAIN}`);
    expect(existsSync(new URL(`../..${pathname}`, import.meta.url)), pathname).toBe(true);
  }
  expect(manifest.validDomains).toEqual([waterland.TAB_DOMAIN]);
});

test('single sign-on asks a token for the audience that the tab API expects', () => {
  expect(manifest.webApplicationInfo).toEqual({
    id: waterland.BOT_ID,
    resource: `api://${waterland.TAB_DOMAIN}/${waterland.BOT_ID}`,
  });
});

describe('a wrong package is refused', () => {
  const withManifest = (changes: object) => ({
    ...files,
    'manifest.json': JSON.stringify({ ...manifest, ...changes }),
  });
  const withEnglish = (changes: object) => ({
    ...files,
    'en.json': JSON.stringify({ ...JSON.parse(files['en.json']), ...changes }),
  });

  test.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the manifest.
    ['a placeholder left', withManifest({ accentColor: '${{COLOUR}}' }), 'nothing is filled in for COLOUR'],
    ['an unknown property', withManifest({ colour: 'teal' }), 'must NOT have additional properties'],
    ['no channel features', withManifest({ supportsChannelFeatures: undefined }), 'supportsChannelFeatures'],
    ['another schema', withManifest({ $schema: 'https://example.com/schema.json' }), '$schema must be'],
    [
      'an older language file',
      withEnglish({ $schema: languageSchema.replace('30', '29') }),
      'en.json: $schema',
    ],
    [
      'a missing translation',
      withEnglish({ 'staticTabs[0].name': undefined }),
      'staticTabs[0].name is missing',
    ],
    [
      'a translation of nothing',
      withEnglish({ 'staticTabs[2].name': 'Report' }),
      'staticTabs[2].name is no text',
    ],
    ['an unknown key', withEnglish({ 'name.long': 'Zeven' }), 'name.long is no text'],
    ['a long name', withEnglish({ 'name.short': 'z'.repeat(31) }), 'name.short is too long'],
    [
      'a long command',
      withEnglish({ 'bots[0].commandLists[0].commands[0].title': 'z'.repeat(33) }),
      'commands[0].title is too long',
    ],
    [
      'icons in the wrong place',
      { ...files, 'outline.png': files['color.png'] },
      'is 192×192, must be 32×32',
    ],
  ])('%s', async (_name, wrong, reason) => {
    expect((await mistakesInPackage(wrong)).join('\n')).toContain(reason);
  });
});
