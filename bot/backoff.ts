export interface Pauses {
  /** The longest that the first pause can be, in seconds. */
  readonly first: number;
  /** The longest that any pause can be, in seconds. */
  readonly longest: number;
}

/**
 * How long to wait after something failed so many times, in seconds: twice as long every time, and somewhere
 * in the upper half of that, so that what failed together is not tried again together.
 *
 * @param failures 1 after the first.
 */
export function backoff(failures: number, { first, longest }: Pauses, random = Math.random): number {
  const whole = Math.min(first * 2 ** (failures - 1), longest);
  return (whole / 2) * (1 + random());
}
