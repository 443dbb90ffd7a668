import type { Measurement } from './measurement.ts';

type Sum = { -readonly [Key in keyof Measurement]: Measurement[Key] };

/** Adds up what was measured on the same day, for the same department, process and KPI, by one source. */
export function sums(source: Measurement['source']) {
  const byKey = new Map<string, Sum>();
  return {
    add({ day, department, process, kpi, numerator, denominator }: Omit<Measurement, 'source'>): void {
      const key = `${day}\0${department}\0${process}\0${kpi}`;
      const sum = byKey.get(key);
      if (sum === undefined) {
        byKey.set(key, { source, day, department, process, kpi, numerator, denominator });
      } else {
        sum.numerator += numerator;
        sum.denominator += denominator;
      }
    },
    all: (): Measurement[] => [...byKey.values()],
  };
}
