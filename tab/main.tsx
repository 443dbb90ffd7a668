import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { zevenApi } from './api/zevenApi.ts';
import { findHost } from './host/host.ts';
import { Page } from './page/Page.tsx';
import { rootElement } from './page/rootElement.ts';
import { LiveScorecard } from './scorecard/LiveScorecard.tsx';
import { scorecardQuery } from './scorecard/scorecardQuery.ts';

const host = await findHost();
const query = scorecardQuery(zevenApi(host));
const client = new QueryClient();
// The skeleton of index.html stays until there is something to show: figures, or a problem.
await client.prefetchQuery(query);

createRoot(rootElement()).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Page host={host}>
        <LiveScorecard query={query} />
      </Page>
    </QueryClientProvider>
  </StrictMode>,
);
