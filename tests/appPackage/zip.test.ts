import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readPackageFiles } from '../../appPackage/packageFiles.ts';
import { zipPackage } from '../../appPackage/zipPackage.ts';
import { waterland } from './waterland.ts';

const files = await readPackageFiles(waterland);

test('the package holds the four files at its root and nothing else', () => {
  const entries = unzipSync(zipPackage(files));
  expect(Object.keys(entries).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
});

test('the files come out of the package as they went in', () => {
  const entries = unzipSync(zipPackage(files));
  for (const [name, content] of Object.entries(files)) {
    const entry = entries[name] ?? new Uint8Array();
    expect(typeof content === 'string' ? strFromU8(entry) : Buffer.from(entry), name).toEqual(content);
  }
});

test('the same files make the same package, byte for byte', () => {
  expect(Buffer.from(zipPackage(files))).toEqual(Buffer.from(zipPackage(files)));
});
