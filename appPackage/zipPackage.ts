import { strToU8, type Zippable, zipSync } from 'fflate';
import type { PackageFiles } from './packageFiles.ts';

/** The same files make the same zip, byte for byte. A zip knows no time before 1980 and no time zone. */
const mtime = new Date(1980, 0, 1);

export function zipPackage(files: PackageFiles): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(entries, { mtime, level: 9 });
}
