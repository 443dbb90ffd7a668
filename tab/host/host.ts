import type { Locale } from '../../shared/texts/locale.ts';
import { browserHost } from './browser.ts';

/** The themes of Teams, for which Fluent has a theme each. */
export type ThemeName = 'light' | 'dark' | 'contrast';

/** A theme that may change while the page is open. */
export interface ThemeSource {
  current(): ThemeName;
  /** Returns what ends the subscription. */
  subscribe(onChange: () => void): () => void;
}

/** What the page is shown in: Teams, or a plain browser. */
export interface Host {
  readonly locale: Locale;
  readonly theme: ThemeSource;
  /** A token for the API. Rejects with a Problem. */
  requestToken(): Promise<string>;
}

/** A slow telephone gets this long; a parent that says nothing by then is not Teams. */
const teamsTimeLimit = 5_000;

/** Loads teams-js only where Teams can be. */
export async function findHost(): Promise<Host> {
  if (!mayBeInTeams()) return browserHost();
  const { connectToTeams } = await import('./teams.ts');
  return (await connectToTeams(teamsTimeLimit)) ?? browserHost();
}

/** Teams shows a tab in a frame; its mobile app in a window of its own, with a bridge to the app. */
export function mayBeInTeams(): boolean {
  return window.parent !== window || 'nativeInterface' in window;
}
