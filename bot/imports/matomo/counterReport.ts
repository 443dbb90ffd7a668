import type { Report } from './askMatomo.ts';
import type { Counter } from './matomoMapping.ts';

/** Of what a report says of a day, which number counts. */
export interface CountReport extends Report {
  readonly metric: string;
}

/** Which report has the counts of a counter. */
export function counterReport(counter: Counter): CountReport {
  if ('goal' in counter) {
    return { method: 'Goals.get', parameters: { idGoal: String(counter.goal) }, metric: 'nb_conversions' };
  }
  if ('page' in counter) {
    return { method: 'Actions.getPageUrl', parameters: { pageUrl: counter.page }, metric: 'nb_visits' };
  }
  const { category, action } = counter.event;
  return {
    method: 'Events.getCategory',
    // The way to one row of a report within a report.
    parameters: { secondaryDimension: 'eventAction', label: `${inLabel(category)}>${inLabel(action)}` },
    metric: 'nb_events',
  };
}

/** Matomo decodes the label as a whole and then each part of it: a plus sign or `>` must survive both. */
function inLabel(name: string): string {
  return encodeURIComponent(encodeURIComponent(name));
}
