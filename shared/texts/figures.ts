import { type KpiId, type KpiUnit, kpis } from '../kpi/kpi.ts';
import { meets } from '../kpi/norms.ts';
import type { Norm } from '../kpi/scorecard.ts';
import type { Locale } from './locale.ts';
import { type ScorecardTexts, scorecardTexts } from './scorecard.ts';

/** A KPI's value as it is shown: "4:05" with "min" beside it, read out as "4 minuten en 5 seconden". */
export interface ShownValue {
  readonly figure: string;
  readonly unit: string;
  readonly spoken: string;
}

export interface Format {
  value(id: KpiId, value: number, norm: Norm): ShownValue;
  /** "gemiddeld hoogstens 5 minuten" */
  norm(id: KpiId, norm: Norm): string;
  /** "91,2%" */
  share(share: number): string;
  /** "Bijgewerkt om 10:32", or with its day when that is not today. */
  updated(instant: string, now: number): string;
  /** "10:32" */
  time(instant: number): string;
}

/** The municipality's time, wherever its reader is. */
const timeZone = 'Europe/Amsterdam';

const languageTags: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** How many steps there are in one: a share is shown in tenths of a percent, a time in seconds. */
const stepsInOne: Readonly<Record<KpiUnit, number>> = {
  share: 1000,
  workingDays: 10,
  seconds: 1,
  rating: 10,
};

export function formatIn(locale: Locale): Format {
  const texts = scorecardTexts[locale];
  const tag = languageTags[locale];
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  const clock = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', timeZone });

  function show(unit: KpiUnit, value: number): ShownValue {
    switch (unit) {
      case 'share':
        return plain(percent.format(value), '');
      case 'workingDays': {
        const figure = decimal.format(value);
        return plain(figure, texts.workingDays(figure === '1'));
      }
      case 'seconds':
        return { figure: clockTime(value), unit: texts.shortMinutes, spoken: minutesOf(texts, value) };
      case 'rating':
        return plain(decimal.format(value), '');
    }
  }

  function target(unit: KpiUnit, value: number): string {
    if (unit === 'rating') return texts.aRating(decimal.format(value));
    return show(unit, value).spoken;
  }

  return {
    value: (id, value, norm) => show(unitOf(id), roundTellingly(value, stepsInOne[unitOf(id)], norm)),
    norm(id, norm) {
      const unit = unitOf(id);
      const words = texts.comparisons[norm.comparison](target(unit, norm.target));
      const addition = texts.kpis[id].normAddition;
      if (unit !== 'share') return texts.mean(words);
      return addition === undefined ? words : `${words} ${addition}`;
    },
    share: (share) => percent.format(share),
    updated(instant, now) {
      const at = new Date(instant);
      const isToday = day.format(at) === day.format(now);
      return isToday ? texts.updatedAt(clock.format(at)) : texts.updatedOn(day.format(at), clock.format(at));
    },
    time: (instant) => clock.format(instant),
  };
}

function plain(figure: string, unit: string): ShownValue {
  return { figure, unit, spoken: unit === '' ? figure : `${figure} ${unit}` };
}

function unitOf(id: KpiId): KpiUnit {
  const kpi = kpis.find((one) => one.id === id);
  if (kpi === undefined) throw new RangeError(`${id} is no KPI.`);
  return kpi.unit;
}

/**
 * Rounds to the nearest step, unless that would tell another verdict than the value itself: 94.96% does
 * not meet "at least 95%", so it is shown as 94.9% and not as 95%.
 */
function roundTellingly(value: number, stepsInOne: number, norm: Norm): number {
  const steps = value * stepsInOne;
  const nearest = Math.round(steps);
  if (meets(norm, nearest / stepsInOne) === meets(norm, value)) return nearest / stepsInOne;
  return (nearest > steps ? Math.floor(steps) : Math.ceil(steps)) / stepsInOne;
}

function clockTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function minutesOf(texts: ScorecardTexts, seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return seconds % 60 === 0 ? texts.minutes(minutes) : texts.minutesAndSeconds(minutes, seconds % 60);
}
