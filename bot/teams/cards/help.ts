import type { Department } from '../../../shared/municipality/municipality.ts';
import { chatTexts } from '../../../shared/texts/chat.ts';
import type { Locale } from '../../../shared/texts/locale.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import template from './help.json' with { type: 'json' };
import { plainText } from './plainText.ts';

const draw = cardFrom(template);

export interface HelpView {
  readonly title: string;
  readonly place: 'person' | 'channel';
  readonly departments: readonly Department[];
  readonly locale: Locale;
}

/** What Zeven can do here: a greeting, and the answer to "help". */
export function helpCard({ title, place, departments, locale }: HelpView): AdaptiveCard {
  const t = chatTexts[locale];
  const isPersonal = place === 'person';
  const lines = isPersonal ? t.personalHelp : t.teamHelp;
  return draw({
    title,
    intro: isPersonal ? t.personalIntro : t.teamIntro,
    lines: lines.map((line) => ({ line })),
    departments: isPersonal ? '' : plainText(departmentsText(departments, locale)),
    register: isPersonal ? t.register : '',
  });
}

/** The known departments by name, as a sentence. */
export function departmentsText(departments: readonly Department[], locale: Locale): string {
  const t = chatTexts[locale];
  if (departments.length === 0) return t.noDepartments;
  return `${t.departments(departments.map(({ name }) => name).join(', '))}.`;
}
