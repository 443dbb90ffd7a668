import type { NoticeKind } from '../alert/alertMoments.ts';

/** "1 verzoek", "3 verzoeken" */
const requests = (count: number) => `${count} ${count === 1 ? 'verzoek' : 'verzoeken'}`;

/**
 * The words of what Zeven says to channels by itself. In the municipality's own language only: a channel
 * has readers of all languages.
 */
export const alertTexts = {
  departmentTitle: 'Terugbelverzoeken vandaag',
  preview: (overdue: number, dueToday: number) =>
    `Terugbelverzoeken: ${overdue} te laat, ${dueToday} voor vandaag`,
  warning: (count: number) => `${requests(count)} nog vóór sluitingstijd`,
  reminder: (count: number) => `${requests(count)} te laat of bijna te laat`,
  figuresTitle: { kcc: 'De cijfers van het KCC', dmt: 'De normen van deze maand' },
  allWell: (department: string) =>
    `${department}: niets te laat, en voor vandaag en de volgende werkdag staat niets open.`,
  overdue: 'Te laat',
  dueToday: 'Voor vandaag',
  dueTomorrow: 'Voor de volgende werkdag',
  unassigned: (count: number, open: number) => `Nog door niemand opgepakt: ${count} van ${requests(open)}.`,
  nobody: 'nog niemand',
  andMore: (count: number) => `en nog ${requests(count)}`,
  thisMonth: 'Deze maand',
  unmeasured: (norms: readonly string[]) => `Nog geen metingen: ${norms.join(', ')}.`,
  /** Beside the name of who took the requests, or of the team lead. */
  mention: {
    dueToday: (count: number) => `${requests(count)} voor vandaag`,
    almostDue: (count: number) => `${requests(count)} nog vóór sluitingstijd`,
    overdue: (count: number) => `${requests(count)} te laat`,
    escalated: (count: number) => `${requests(count)} meer dan een werkdag te laat`,
  } satisfies Record<NoticeKind, (count: number) => string>,
  list: 'Open lijst',
  page: 'Bekijk alle verzoeken',
  scorecard: 'Scorebord',
};
