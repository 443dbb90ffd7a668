import type { Temporal } from 'temporal-polyfill';
import type { DepartmentAlert } from '../../../shared/alert/departmentAlert.ts';
import type { OpenCallback } from '../../../shared/alert/openCallback.ts';
import { departmentName, type Municipality } from '../../../shared/municipality/municipality.ts';
import { alertTexts as t } from '../../../shared/texts/alert.ts';
import { dayText } from '../../../shared/texts/moments.ts';
import type { TabLinks } from '../../tabLinks.ts';
import { type AdaptiveCard, cardFrom } from './adaptiveCard.ts';
import { callbackLines } from './callbackLines.ts';
import template from './departmentAlert.json' with { type: 'json' };
import { figureLine } from './figureLine.ts';
import { plainText } from './plainText.ts';

const draw = cardFrom(template);

export interface DepartmentAlertView {
  readonly alert: DepartmentAlert;
  readonly municipality: Municipality;
  readonly at: Temporal.Instant;
  readonly links: TabLinks;
}

/** The daily SLA alert in the channel of a department. */
export function departmentAlertCard({ alert, municipality, at, links }: DepartmentAlertView): AdaptiveCard {
  const { overdue, dueToday, dueTomorrow, unassigned, open, onTime, worrying } = alert;
  return draw({
    t,
    title: t.departmentTitle,
    subtitle: plainText(`${departmentName(municipality, alert.department)}, ${dayText(at, 'nl')}`),
    groups: [
      group(t.overdue, '!', 'attention', overdue),
      group(t.dueToday, '●', 'accent', dueToday),
      group(t.dueTomorrow, '○', 'default', dueTomorrow),
    ].filter(({ count }) => count > 0),
    unassigned: unassigned.length > 0 ? t.unassigned(unassigned.length, open) : '',
    figures: [onTime, ...worrying].map(figureLine),
    showsList: open > 0,
    scorecardUrl: links.scorecard,
  });
}

/** What a notification shows. */
export function departmentAlertPreview({ overdue, dueToday }: DepartmentAlert): string {
  return t.preview(overdue.length, dueToday.length);
}

function group(title: string, mark: string, color: string, callbacks: readonly OpenCallback[]) {
  return { title, mark, color, count: callbacks.length, ...callbackLines(callbacks) };
}
