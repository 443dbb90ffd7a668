import type { FrameLocator, Page } from 'playwright-core';

/** What Teams would tell the tab; each as Teams has it. */
export interface TeamsHostOptions {
  /** Default: `default`. */
  readonly theme?: TeamsTheme;
  /** Default: `nl-nl`. */
  readonly locale?: string;
  /** What `authentication.getAuthToken` gives; an Error is what it fails with. Default: `token-of-teams`. */
  readonly token?: string | Error;
  /** `settings` is the page on which a tab is added to a channel. Default: `content`. */
  readonly frameContext?: 'content' | 'settings';
  /** Answers nothing at all, as a page does that is not Teams. Default: false. */
  readonly silent?: boolean;
}

export type TeamsTheme = 'default' | 'dark' | 'contrast' | 'glass';

/** Teams, imitated by a page around the tab's frame. */
export interface TeamsHost {
  readonly tab: FrameLocator;
  setTheme(theme: TeamsTheme): Promise<void>;
  setToken(token: string | Error): Promise<void>;
  /** Presses the Save button of the settings of a tab. */
  save(): Promise<void>;
  /** The arguments of each call of a function that the tab made, such as `settings.setSettings`. */
  callsOf(func: string): Promise<unknown[][]>;
}

/** Opens the tab in an imitated Teams, which stands on the tab's own origin, as teams-js wants of a host. */
export async function openInTeamsHost(
  page: Page,
  tabUrl: string,
  options: TeamsHostOptions = {},
): Promise<TeamsHost> {
  const url = new URL('/imitated-teams-host', tabUrl).href;
  await page.route(url, (route) =>
    route.fulfill({ contentType: 'text/html', body: hostPage(tabUrl, options) }),
  );
  await page.goto(url);
  return {
    tab: page.frameLocator('#tab'),
    setTheme: (theme) => page.evaluate(`push('themeChange', [${JSON.stringify(theme)}])`),
    setToken: (token) => page.evaluate(`token = ${JSON.stringify(tokenAnswer(token))}`),
    save: () => page.evaluate(`push('settings.save', [{}])`),
    callsOf: (func) =>
      page.evaluate(`calls.filter((call) => call.func === ${JSON.stringify(func)}).map((call) => call.args)`),
  };
}

function tokenAnswer(token: string | Error): [boolean, string] {
  return typeof token === 'string' ? [true, token] : [false, token.message];
}

/** Answers the messages of teams-js 2.58; `hostVersionsInfo` and `supports` are the least that it takes. */
function hostPage(tabUrl: string, options: TeamsHostOptions): string {
  const { theme = 'default', locale = 'nl-nl', token = 'token-of-teams', frameContext = 'content' } = options;
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: {},
    isLegacyTeams: false,
    supports: { pages: { config: {} }, dialog: {} },
  };
  const answers = {
    initialize: [frameContext, 'web', JSON.stringify(runtime), '2.0.1'],
    getContext: [{ theme, locale, frameContext, hostName: 'Teams', entityId: 'scorecard' }],
    'settings.setSettings': [true],
  };
  return `<!doctype html>
    <html lang="nl">
      <title>Imitated Teams</title>
      <style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block }</style>
      <iframe id="tab" title="Zeven" src="${tabUrl}"></iframe>
      <script>
        const answers = ${JSON.stringify(answers)};
        const calls = [];
        let token = ${JSON.stringify(tokenAnswer(token))};
        const tab = () => document.getElementById('tab').contentWindow;
        const push = (func, args) => tab().postMessage({ func, args }, '*');
        addEventListener('message', ({ data, source }) => {
          if (source !== tab() || typeof data?.func !== 'string') return;
          const { id, uuidAsString, func, args } = data;
          calls.push({ func, args });
          const answer = func === 'authentication.getAuthToken' ? token : answers[func];
          if (answer && !${options.silent === true}) tab().postMessage({ id, uuidAsString, args: answer }, '*');
        });
      </script>
    </html>`;
}
