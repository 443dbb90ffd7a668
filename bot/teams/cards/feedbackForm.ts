import { type Department, kcc, type Municipality } from '../../../shared/municipality/municipality.ts';
import { feedbackCardTexts } from '../../../shared/texts/feedbackCard.ts';
import type { Locale } from '../../../shared/texts/locale.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import template from './feedbackForm.json' with { type: 'json' };

const draw = cardFrom(template);

export interface FeedbackFormCardView {
  /** The one that is chosen already. */
  readonly department: string;
  readonly municipality: Municipality;
  readonly locale: Locale;
}

/** Asks what a citizen is to rate. */
export function feedbackFormCard({ department, municipality, locale }: FeedbackFormCardView): AdaptiveCard {
  return draw({
    t: feedbackCardTexts[locale],
    department,
    departments: ratedDepartments(municipality).map(choiceOf),
    processes: municipality.processes.map(choiceOf),
  });
}

/** Whoever helps citizens. */
export function ratedDepartments({ departments }: Municipality): readonly Department[] {
  return [...departments, kcc];
}

function choiceOf({ id, name }: { id: string; name: string }) {
  return { title: name, value: id };
}
