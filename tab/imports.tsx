import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { zevenApi } from './api/zevenApi.ts';
import { findHost } from './host/host.ts';
import { importsQuery } from './imports/importsQuery.ts';
import { LiveImports } from './imports/LiveImports.tsx';
import { Page } from './page/Page.tsx';
import { rootElement } from './page/rootElement.ts';

const host = await findHost();
const api = zevenApi(host);
const client = new QueryClient();
// The skeleton of imports.html stays until there is something to show: what came in, or a problem.
await client.prefetchQuery(importsQuery(api));

createRoot(rootElement()).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Page host={host}>
        <LiveImports api={api} />
      </Page>
    </QueryClientProvider>
  </StrictMode>,
);
