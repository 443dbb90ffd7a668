import type { Invitation } from '../../../shared/feedback/invitation.ts';
import { departmentName, type Municipality, processName } from '../../../shared/municipality/municipality.ts';
import { citizenMessage, feedbackCardTexts } from '../../../shared/texts/feedbackCard.ts';
import type { Locale } from '../../../shared/texts/locale.ts';
import { dayText } from '../../../shared/texts/moments.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import template from './feedbackLink.json' with { type: 'json' };
import { plainText } from './plainText.ts';

const draw = cardFrom(template);

export interface FeedbackLinkView {
  readonly invitation: Invitation;
  readonly link: string;
  readonly municipality: Municipality;
  readonly locale: Locale;
  /** Whether only who clicked sees the card, where others see what was there before. */
  readonly isPrivate: boolean;
}

/** A message for the citizen, in a field: that can be copied on every device, and changed before. */
export function feedbackLinkCard(view: FeedbackLinkView): AdaptiveCard {
  const { invitation, link, municipality, locale, isPrivate } = view;
  const { about, department, process, expiresAt } = invitation;
  const t = feedbackCardTexts[locale];
  // It expires at midnight.
  const lastMoment = expiresAt.subtract({ minutes: 1 });
  const what = process === '' ? [] : [processName(municipality, process)];
  return draw({
    t,
    about: plainText([departmentName(municipality, department), ...what].join(' · ')),
    message: citizenMessage({ about, link, lastDay: dayText(lastMoment, 'nl'), from: municipality.name }),
    worksUntil: t.worksUntil(dayText(lastMoment, locale)),
    hint: isPrivate ? t.onlyYou : '',
  });
}
