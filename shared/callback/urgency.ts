/** How soon a citizen must have been called back, the most urgent first. */
export const urgencies = ['overdue', 'today', 'nextWorkingDay', 'later'] as const;
export type Urgency = (typeof urgencies)[number];

/** How many there are of each. */
export type UrgencyCounts = Readonly<Record<Urgency, number>>;

export function countUrgencies(all: readonly Urgency[]): UrgencyCounts {
  const count = (wanted: Urgency) => all.filter((urgency) => urgency === wanted).length;
  return {
    overdue: count('overdue'),
    today: count('today'),
    nextWorkingDay: count('nextWorkingDay'),
    later: count('later'),
  };
}
