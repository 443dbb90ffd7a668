import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Builds the tab, unless it was built after its sources last changed. */
export async function buildTab(): Promise<void> {
  const built = await changedAt(join(root, 'tab/dist/index.html'));
  if (built > (await newestSource())) return;
  // Loaded when needed only: it takes longer to load than to look.
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
}

async function newestSource(): Promise<number> {
  let newest = 0;
  const sources = glob(['tab/**/*', 'shared/**/*', 'vite.config.ts', 'package.json'], {
    cwd: root,
    exclude: ['tab/dist'],
  });
  for await (const path of sources) newest = Math.max(newest, await changedAt(join(root, path)));
  return newest;
}

/** Milliseconds since 1970; 0 when it is not there. */
async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
