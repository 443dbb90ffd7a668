import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../shared/calendar/zone.ts';
import type { Refusal } from '../../shared/fact/refusal.ts';
import { askMatomo } from './matomo/askMatomo.ts';
import { counterReport } from './matomo/counterReport.ts';
import { dayRanges } from './matomo/dayRanges.ts';
import { MatomoMapping } from './matomo/matomoMapping.ts';
import { measuredDays } from './matomo/measuredDays.ts';
import { readCounts } from './matomo/readCounts.ts';
import type { PullSource } from './pullSource.ts';

/**
 * What the website handled, counted by Matomo. Read: the Reporting API reference and the source of Matomo 5.2
 * (Goals.get, Events.getCategory, Actions.getPageUrl, VisitsSummary.getVisits; its JSON).
 *
 * A day on which nobody asked for a process counts as 0. Today does not count: it is not over.
 */
export const matomo: PullSource<'webCounts', MatomoMapping> = {
  id: 'matomo',
  kind: 'webCounts',
  mapping: MatomoMapping,
  async *pull(context) {
    const { mapping, municipality, now, since } = context;
    const ask = askMatomo(context);
    const ids = new Set(municipality.processes.map(({ id }) => id));
    const unknown = Object.keys(mapping.processes).filter((id) => !ids.has(id));
    const refused = unknown.map(
      (column, index): Refusal => ({ line: index + 1, column, reason: 'unknownProcess' }),
    );
    yield { facts: [], refused, records: refused.length };
    const known = Object.entries(mapping.processes).filter(([id]) => ids.has(id));
    let place = refused.length;
    const yesterday = localDay(now).subtract({ days: 1 });
    for (const range of dayRanges(Temporal.PlainDate.from(since), yesterday)) {
      const measured = await measuredDays(range, ask);
      for (const [id, counter] of known) {
        const { countedFrom = '' } = counter;
        const days = measured.filter((day) => day >= countedFrom);
        const report = counterReport(counter);
        yield readCounts(await ask(report, range), report.metric, { id, days, place });
        place += days.length;
      }
    }
  },
};
