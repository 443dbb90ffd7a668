import type { TabIdentity } from './config.ts';

/** Where the pages of the tab open, for the buttons of cards. */
export interface TabLinks {
  readonly scorecard: string;
  readonly callbacks: string;
}

/**
 * In Teams a page opens inside it, by a deep link to the personal tab (entity ids as in the manifest); in
 * local mode in the browser.
 * @param url of this program, which only local mode may show to people.
 */
export function tabLinks(tab: TabIdentity, url: string): TabLinks {
  if (tab.kind === 'local') {
    return { scorecard: `${url}/tab/index.html`, callbacks: `${url}/tab/callbacks.html` };
  }
  const personalTab = `https://teams.microsoft.com/l/entity/${tab.teamsAppId}`;
  return { scorecard: `${personalTab}/scorecard`, callbacks: `${personalTab}/callbacks` };
}

/**
 * Where citizens rate us: the token comes after it. Not in Teams, which they do not have.
 * @param url of this program, as for `tabLinks`.
 */
export function feedbackAddress(tab: TabIdentity, url: string): string {
  // The audience is api://<domain>/<app id>.
  const origin = tab.kind === 'local' ? url : `https://${new URL(tab.audience).host}`;
  return `${origin}/beoordeling`;
}
