import { importTexts } from '../shared/texts/imports.ts';
import { openServices } from './command/openServices.ts';
import { runCommand } from './command/runCommand.ts';
import { type Difference, type RebuildStep, rebuild } from './scorecard/rebuild.ts';

/** `npm run rebuild`: computes all figures anew from the facts, and says what differed. */
await runCommand(async () => {
  const { services, municipalities, close } = await openServices(process.env);
  try {
    for (const [tenant, name] of municipalities) {
      say(name);
      report(await shown(rebuild(tenant, services)));
    }
    return 0;
  } finally {
    await close();
  }
});

/** Shows how far it is, on a terminal; elsewhere nothing, so that a log stays readable. */
async function shown(steps: AsyncGenerator<RebuildStep, Difference[]>): Promise<Difference[]> {
  for (;;) {
    const step = await steps.next();
    const text = step.done ? '' : `  ${kindName(step.value.source)} ${step.value.day ?? ''}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
    if (step.done) return step.value;
  }
}

function report(differences: readonly Difference[]): void {
  if (differences.length === 0) say('  Alle cijfers klopten.');
  for (const { month, source, count } of differences) {
    say(`  ${month}: ${count} cijfers klopten niet (${kindName(source)}) en zijn hersteld.`);
  }
}

function kindName(source: RebuildStep['source']): string {
  return importTexts.nl.kinds[source];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
