import * as v from 'valibot';
import { localeOf } from '../../shared/texts/locale.ts';
import { Problem } from '../api/problem.ts';
import type { Host, ThemeName, ThemeSource } from './host.ts';

/** A plain browser. Only a bot in local mode gives it figures. */
export function browserHost(): Host {
  return { locale: localeOf(navigator.language), theme: themeOfSystem(), requestToken: requestLocalToken };
}

function themeOfSystem(): ThemeSource {
  const contrast = ['(forced-colors: active)', '(prefers-contrast: more)'].map((query) => matchMedia(query));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  return {
    current(): ThemeName {
      if (contrast.some(({ matches }) => matches)) return 'contrast';
      return dark.matches ? 'dark' : 'light';
    },
    subscribe(listener) {
      const preferences = [...contrast, dark];
      for (const preference of preferences) preference.addEventListener('change', listener);
      return () => {
        for (const preference of preferences) preference.removeEventListener('change', listener);
      };
    },
  };
}

const LocalTokenSchema = v.object({ token: v.string() });

/** A bot in production does not know this route. */
async function requestLocalToken(): Promise<string> {
  const response = await fetch('/api/local/token', { method: 'POST' }).catch(() => {
    throw new Problem('unreachable');
  });
  if (response.status >= 500) throw new Problem('unavailable');
  if (!response.ok) throw new Problem('notInTeams');
  return v.parse(LocalTokenSchema, await response.json()).token;
}
