import type { Locale } from './locale.ts';
import type { LivePageTexts } from './pages.ts';
import { scorecardTexts } from './scorecard.ts';

type ListPageTexts = Omit<LivePageTexts, 'tabName'> & { readonly refreshesItself: string };

const { nl, en } = scorecardTexts;

/** What every page with a list says of itself. */
export const listPageTexts: Readonly<Record<Locale, ListPageTexts>> = {
  nl: {
    refreshesItself: nl.refreshesItself,
    problems: {
      ...nl.problems,
      unavailable: { ...nl.problems.unavailable, title: 'De lijst is nu niet te verversen.' },
      notInTeams: { ...nl.problems.notInTeams, title: 'Open deze pagina in Microsoft Teams.' },
    },
    reason: nl.reason,
    figuresOf: (time) => `Dit is de lijst van ${time}.`,
    retry: nl.retry,
  },
  en: {
    refreshesItself: en.refreshesItself,
    problems: {
      ...en.problems,
      unavailable: { ...en.problems.unavailable, title: 'The list cannot be refreshed now.' },
      notInTeams: { ...en.problems.notInTeams, title: 'Open this page in Microsoft Teams.' },
    },
    reason: en.reason,
    figuresOf: (time) => `This is the list of ${time}.`,
    retry: en.retry,
  },
};
