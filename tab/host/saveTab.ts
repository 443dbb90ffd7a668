import { app, pages } from '@microsoft/teams-js';

/**
 * Lets Teams' own Save button add the scorecard to a channel. False where there is no such button: outside
 * Teams, or elsewhere in Teams than in the settings of a tab.
 */
export function saveScorecardTab(suggestedDisplayName: string): boolean {
  if (!app.isInitialized() || !pages.config.isSupported()) return false;
  const contentUrl = new URL('/tab/index.html', location.origin).href;
  pages.config.registerOnSaveHandler((event) => {
    pages.config
      .setConfig({ entityId: 'scorecard', contentUrl, websiteUrl: contentUrl, suggestedDisplayName })
      .then(
        () => event.notifySuccess(),
        (error: unknown) => event.notifyFailure(String(error)),
      );
  });
  pages.config.setValidityState(true);
  return true;
}
