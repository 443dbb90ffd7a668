import * as v from 'valibot';
import { PullFailed } from '../pullFailed.ts';

/** The name of a secret in a mapping: that of its environment variable, without what all begin with. */
export const SecretName = v.pipe(
  v.string('expected the name of a secret'),
  v.regex(/^[A-Z][A-Z0-9_]*$/, 'expected the name of a secret: capitals, digits and underscores'),
);

/**
 * Secrets stand in the environment only, where the platform can take them from a vault: never in a table or
 * a mapping, that people see.
 */
export function secretsIn(environment: Readonly<Record<string, string | undefined>>) {
  return (name: string): string | undefined => environment[variableOf(name)] || undefined;
}

/** @throws PullFailed where it is not set. */
export function neededSecret(secret: (name: string) => string | undefined, name: string): string {
  const value = secret(name);
  if (value === undefined || value === '') throw new PullFailed('missingSecret', [variableOf(name)]);
  return value;
}

function variableOf(name: string): string {
  return `ZEVEN_SECRET_${name}`;
}
