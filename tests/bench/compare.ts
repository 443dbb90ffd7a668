import { print } from './bench.ts';

/** Answers with a number, so that answers can be compared. */
export interface Candidate<Input> {
  readonly name: string;
  /** How many times slower than the first candidate it should be at least. */
  readonly goal?: number;
  readonly answer: (input: Input) => number;
}

/** Long enough, in milliseconds, to be measured. */
const roundTakes = 10;
const rounds = 3;
/** Quick ones get more rounds, up to so many milliseconds together. */
const together = 1_000;

/** Prints how many times slower each is than the first, on the same inputs, and how many answers differ. */
export function compare<Input>(
  what: string,
  inputs: readonly Input[],
  candidates: readonly [Candidate<Input>, ...Candidate<Input>[]],
): void {
  print(`${what}, ${inputs.length.toLocaleString('en')} inputs`);
  const [first] = candidates;
  const base = nanoseconds(first, inputs);
  for (const candidate of candidates) {
    const took = candidate === first ? base : nanoseconds(candidate, inputs);
    const goal = candidate.goal === undefined ? '' : ` (goal ≥ ${candidate.goal}×)`;
    const different = inputs.filter((input) => candidate.answer(input) !== first.answer(input));
    print(
      `  ${candidate.name}: ${took.toFixed(0)} ns, ${(took / base).toFixed(1)}×${goal}; ${different.length} answers differ`,
    );
    for (const input of different.slice(0, 3)) {
      print(`    ${candidate.answer(input)} instead of ${first.answer(input)}`);
    }
  }
}

/** How long one answer takes: in the fastest of the rounds, the one least disturbed. */
function nanoseconds<Input>(candidate: Candidate<Input>, inputs: readonly Input[]): number {
  // The first pass builds tables and fills caches: it tells nothing of the next.
  cost(candidate, inputs, 1);
  const passes = Math.ceil(roundTakes / Math.max(cost(candidate, inputs, 1), 0.01));
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0, spent = 0; round < rounds || spent < together; round++) {
    const took = cost(candidate, inputs, passes);
    fastest = Math.min(fastest, took);
    spent += took;
  }
  return (fastest / passes / inputs.length) * 1_000_000;
}

/**
 * Milliseconds for an answer to every input, so many times over; of the processor and not by the clock, for
 * there may be others at work.
 */
function cost<Input>({ name, answer }: Candidate<Input>, inputs: readonly Input[], passes: number): number {
  const start = process.cpuUsage();
  let sum = 0;
  for (let left = passes; left > 0; left--) {
    for (const input of inputs) sum += answer(input);
  }
  const { user, system } = process.cpuUsage(start);
  // Looked at, so that no compiler leaves the answers out.
  if (Number.isNaN(sum)) throw new Error(`${name} has no answer to some input.`);
  return (user + system) / 1000;
}
