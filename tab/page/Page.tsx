import {
  FluentProvider,
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Host, ThemeName } from '../host/host.ts';
import { LanguageContext, languageOf } from './language.ts';

const themes: Readonly<Record<ThemeName, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Every page of the tab: in the theme and the language of its host. */
export function Page({ host, children }: { readonly host: Host; readonly children: ReactNode }) {
  const theme = useSyncExternalStore(host.theme.subscribe, host.theme.current);
  const language = useMemo(() => languageOf(host.locale), [host.locale]);

  useEffect(() => {
    document.documentElement.lang = host.locale;
    document.documentElement.dataset['theme'] = theme;
  }, [host.locale, theme]);

  return (
    <FluentProvider theme={themes[theme]}>
      <LanguageContext value={language}>
        <div className="page">{children}</div>
      </LanguageContext>
    </FluentProvider>
  );
}
