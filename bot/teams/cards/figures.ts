import type { Temporal } from 'temporal-polyfill';
import { countStatuses } from '../../../shared/kpi/countStatuses.ts';
import type { KpiId } from '../../../shared/kpi/kpi.ts';
import type { KpiAnswer } from '../../../shared/kpi/scorecard.ts';
import { alertTexts as t } from '../../../shared/texts/alert.ts';
import { dayText } from '../../../shared/texts/moments.ts';
import { scorecardTexts } from '../../../shared/texts/scorecard.ts';
import type { TabLinks } from '../../tabLinks.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import { figureLine } from './figureLine.ts';
import template from './figures.json' with { type: 'json' };

const draw = cardFrom(template);

/** What the contact centre itself can steer on. */
const kccKpis: readonly KpiId[] = ['serviceLevel', 'firstTimeRight', 'callDuration', 'transferReach'];

export interface FiguresView {
  readonly audience: 'kcc' | 'dmt';
  readonly answers: readonly KpiAnswer[];
  readonly at: Temporal.Instant;
  readonly links: TabLinks;
}

/** The alert of the contact centre (its own norms) and of the management team (what is measured of all). */
export function figuresCard({ audience, answers, at, links }: FiguresView): AdaptiveCard {
  const shown = audience === 'kcc' ? answers.filter(({ id }) => kccKpis.includes(id)) : answers;
  const unmeasured = shown.filter(({ status }) => status === 'noData');
  return draw({
    t,
    title: t.figuresTitle[audience],
    subtitle: dayText(at, 'nl'),
    overall: scorecardTexts.nl.overall(countStatuses(shown)),
    figures: shown.filter(({ status }) => status !== 'noData').map(figureLine),
    unmeasured:
      unmeasured.length > 0 ? t.unmeasured(unmeasured.map(({ id }) => scorecardTexts.nl.kpis[id].name)) : '',
    scorecardUrl: links.scorecard,
  });
}
