import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pngSize } from '../../appPackage/pngSize.ts';
import { decodePng } from './decodePng.ts';

const readIcon = (name: string) => readFile(new URL(`../../appPackage/${name}`, import.meta.url));

test('the icons have the sizes that Teams asks for', async () => {
  expect(pngSize(await readIcon('color.png'))).toEqual({ width: 192, height: 192 });
  expect(pngSize(await readIcon('outline.png'))).toEqual({ width: 32, height: 32 });
});

test('the outline icon is white on nothing', async () => {
  const pixels = decodePng(await readIcon('outline.png'));
  const visible = pixels.filter(({ alpha }) => alpha > 0);
  expect(visible.filter(({ red, green, blue }) => red + green + blue < 3 * 255)).toEqual([]);
  expect(visible.length).toBeGreaterThan(100);
  expect(pixels.length - visible.length).toBeGreaterThan(500);
});

test('the colour icon fills its square, because Teams rounds the corners itself', async () => {
  const pixels = decodePng(await readIcon('color.png'));
  expect(pixels.filter(({ alpha }) => alpha < 255)).toEqual([]);
});

test('the seven stays within the middle 120 by 120 of the colour icon, where Teams cuts nothing off', async () => {
  const pixels = decodePng(await readIcon('color.png'));
  const seven = pixels.filter(({ red, green, blue }) => Math.min(red, green, blue) > 200);
  expect(seven.length).toBeGreaterThan(2000);
  expect(seven.filter(({ x, y }) => Math.min(x, y) < 36 || Math.max(x, y) >= 156)).toEqual([]);
});
