import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../../calendar/calendar.ts';
import { localDay } from '../../calendar/zone.ts';
import type { FactKind, FactOf } from '../../fact/factKind.ts';
import type { Municipality } from '../../municipality/municipality.ts';
import type { Measurement } from '../measurement.ts';
import { measureCalls } from './calls.ts';
import { measureCases } from './cases.ts';
import { measureProbes } from './probes.ts';
import { measureRatings } from './ratings.ts';
import { measureResponses } from './responses.ts';
import { measureWebCounts } from './webCounts.ts';

export interface MeasureContext {
  readonly calendar: Calendar;
  readonly municipality: Municipality;
  readonly now: Temporal.Instant;
}

type Measure<Kind extends FactKind> = (
  facts: Iterable<FactOf[Kind]>,
  context: MeasureContext,
) => Measurement[];

const measures: { readonly [Kind in FactKind]: Measure<Kind> } = {
  calls: measureCalls,
  responses: (facts, { calendar }) => measureResponses(facts, calendar),
  cases: (facts, { now }) => measureCases(facts, localDay(now).toString()),
  ratings: measureRatings,
  webCounts: (facts, { municipality }) => measureWebCounts(facts, municipality),
  probes: measureProbes,
};

/** What facts of a kind add to the KPIs, summed per day, department and process. */
export function measureFacts<Kind extends FactKind>(
  kind: Kind,
  facts: Iterable<FactOf[Kind]>,
  context: MeasureContext,
): Measurement[] {
  return measures[kind](facts, context);
}
