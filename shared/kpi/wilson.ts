export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The standard normal quantile of 0.975: the two-sided 95% limit. */
const z = 1.959963984540054;

/**
 * The 95% score interval of a share of `hits` in `total` (E. B. Wilson, JASA 22, 1927; without continuity
 * correction). It stays within 0 and 1 and says something sensible of small numbers and of 0 or 100%,
 * which the textbook interval does not (Brown, Cai and DasGupta, Statistical Science 16, 2001).
 *
 * @throws RangeError unless 0 ≤ hits ≤ total and total > 0.
 */
export function wilsonInterval(hits: number, total: number): Interval {
  if (!(total > 0 && hits >= 0 && hits <= total)) {
    throw new RangeError(`${hits} of ${total} is not a share.`);
  }
  const share = hits / total;
  const square = z * z;
  const scale = 1 + square / total;
  const centre = (share + square / (2 * total)) / scale;
  const margin = (z / scale) * Math.sqrt((share * (1 - share)) / total + square / (4 * total * total));
  // Rounding must not push a limit past the share itself, where at 0 and 100% it lies exactly.
  return {
    low: Math.max(0, Math.min(share, centre - margin)),
    high: Math.min(1, Math.max(share, centre + margin)),
  };
}
