import { app, authentication } from '@microsoft/teams-js';
import { localeOf } from '../../shared/texts/locale.ts';
import { Problem } from '../api/problem.ts';
import type { Host, ThemeName, ThemeSource } from './host.ts';

/** Undefined when the parent is not Teams: `app.initialize` never settles when the parent says nothing. */
export async function connectToTeams(timeLimit: number): Promise<Host | undefined> {
  const context = await Promise.race([
    app
      .initialize()
      .then(() => app.getContext())
      .catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, timeLimit)),
  ]);
  if (context === undefined) return undefined;
  app.notifyAppLoaded();
  void app.notifySuccess();
  return {
    locale: localeOf(context.app.locale),
    theme: followTheme(context.app.theme),
    requestToken,
  };
}

function followTheme(initial: string): ThemeSource {
  let current = themeOf(initial);
  const listeners = new Set<() => void>();
  app.registerOnThemeChangeHandler((theme) => {
    current = themeOf(theme);
    for (const listener of listeners) listener();
  });
  return {
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Teams has a fourth theme, glass, which is light. */
function themeOf(teamsTheme: string): ThemeName {
  return teamsTheme === 'dark' || teamsTheme === 'contrast' ? teamsTheme : 'light';
}

async function requestToken(): Promise<string> {
  try {
    return await authentication.getAuthToken();
  } catch (error) {
    throw new Problem('signIn', { reason: error instanceof Error ? error.message : String(error) });
  }
}
