/** A command was typed wrongly; `message` says how it is typed. */
export class UsageError extends Error {}

/**
 * Runs a command to its end: prints what went wrong, and leaves an exit code. 0 it did, 1 it did not, 2 it was
 * typed wrongly.
 */
export async function runCommand(command: () => Promise<0 | 1>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

/**
 * Which municipality a command is for.
 * @throws UsageError where several are served and none was named.
 */
export function tenantOf(municipalities: ReadonlyMap<string, string>, named: string | undefined): string {
  const [only, ...others] = municipalities.keys();
  if (named !== undefined && municipalities.has(named)) return named;
  if (named === undefined && only !== undefined && others.length === 0) return only;
  const known = Array.from(municipalities, ([tenant, name]) => `  --tenant ${tenant}   ${name}`);
  throw new UsageError(['Zeg voor welke gemeente:', ...known].join('\n'));
}
