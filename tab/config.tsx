import { createRoot } from 'react-dom/client';
import { scorecardTexts } from '../shared/texts/scorecard.ts';
import { ConfigPage } from './config/ConfigPage.tsx';
import { findHost } from './host/host.ts';
import { Page } from './page/Page.tsx';
import { rootElement } from './page/rootElement.ts';

const host = await findHost();
const { saveScorecardTab } = await import('./host/saveTab.ts');
const canSave = saveScorecardTab(scorecardTexts[host.locale].tabName);

createRoot(rootElement()).render(
  <Page host={host}>
    <ConfigPage canSave={canSave} />
  </Page>,
);
