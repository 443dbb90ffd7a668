import { mkdir, writeFile } from 'node:fs/promises';
import { mistakesInPackage } from './checkPackage.ts';
import { InstallationError, readInstallation } from './installation.ts';
import { readPackageFiles } from './packageFiles.ts';
import { zipPackage } from './zipPackage.ts';

/** `npm run package`: makes the Teams app package of one installation, which the environment describes. */
try {
  const installation = readInstallation(process.env);
  const files = await readPackageFiles(installation);
  const mistakes = await mistakesInPackage(files);
  if (mistakes.length === 0) {
    await mkdir(new URL('dist/', import.meta.url), { recursive: true });
    await writeFile(new URL('dist/zeven.zip', import.meta.url), zipPackage(files));
    process.stdout.write(`appPackage/dist/zeven.zip is ready for ${installation.TAB_DOMAIN}.\n`);
  } else {
    fail(`No package: Teams would not take it.\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
  }
} catch (error) {
  if (!(error instanceof InstallationError)) throw error;
  fail(error.message);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
