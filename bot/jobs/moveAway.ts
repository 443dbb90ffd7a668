import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What becomes of a file that was read. */
export interface Moved {
  /** The folder of its source. */
  readonly folder: string;
  readonly name: string;
  readonly where: 'done' | 'refused';
  /** What a person must know of it; undefined when all went in. */
  readonly report: string | undefined;
}

/**
 * Moves a file to where it is out of the way, its report beside it, and never over an earlier file of the
 * same name. Another instance may have moved it already: its report stands then.
 */
export async function moveAway({ folder, name, where, report }: Moved): Promise<void> {
  const to = join(folder, where);
  await mkdir(to, { recursive: true });
  const kept = join(to, freeName(name, new Set(await readdir(to))));
  // Before the file is moved: one that is refused never lies there without a reason.
  if (report !== undefined) await writeFile(`${kept}.txt`, report);
  await rename(join(folder, name), kept).catch(async (error) => {
    if (error.code !== 'ENOENT') throw error;
    // It moved it elsewhere, or under this very name.
    await access(kept).catch(() => rm(`${kept}.txt`, { force: true }));
  });
}

/** "zaken.csv", or else "2 zaken.csv", "3 zaken.csv"… */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${count} ${name}`;
  return free;
}
