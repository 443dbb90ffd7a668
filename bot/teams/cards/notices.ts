import type { Notice } from '../../../shared/alert/pendingNotices.ts';
import { departmentName, type Municipality } from '../../../shared/municipality/municipality.ts';
import { alertTexts as t } from '../../../shared/texts/alert.ts';
import type { TabLinks } from '../../tabLinks.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import { callbackLines } from './callbackLines.ts';
import template from './notices.json' with { type: 'json' };
import { plainText } from './plainText.ts';

const draw = cardFrom(template);

export interface NoticesView {
  /** `notices`: to the channel, between two daily alerts; `escalation`: to the team lead. */
  readonly kind: 'notices' | 'escalation';
  readonly department: string;
  readonly notices: readonly Notice[];
  readonly municipality: Municipality;
  readonly links: TabLinks;
}

/** What is nearly or already too late. */
export function noticesCard(view: NoticesView): AdaptiveCard {
  const { kind, department, notices, municipality, links } = view;
  return draw({
    t,
    title: noticesPreview(view),
    subtitle: plainText(departmentName(municipality, department)),
    ...callbackLines(notices.map(({ callback }) => callback)),
    // In the chat with a team lead the list would be that of their own requests; the page has all.
    showsList: kind === 'notices',
    pageUrl: links.callbacks,
  });
}

/** What a notification shows. */
export function noticesPreview({ kind, notices }: Pick<NoticesView, 'kind' | 'notices'>): string {
  if (kind === 'escalation') return t.mention.escalated(notices.length);
  const isWarning = notices.every((notice) => notice.kind === 'almostDue' || notice.kind === 'dueToday');
  return isWarning ? t.warning(notices.length) : t.reminder(notices.length);
}
