import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { zevenApi } from './api/zevenApi.ts';
import { callbacksQuery } from './callbacks/callbacksQuery.ts';
import { departmentInAddress } from './callbacks/departmentInAddress.ts';
import { LiveCallbacks } from './callbacks/LiveCallbacks.tsx';
import { findHost } from './host/host.ts';
import { Page } from './page/Page.tsx';
import { rootElement } from './page/rootElement.ts';

const host = await findHost();
const api = zevenApi(host);
const client = new QueryClient();
// The skeleton of callbacks.html stays until there is something to show: a list, or a problem.
await client.prefetchQuery(callbacksQuery(api, departmentInAddress()));

createRoot(rootElement()).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Page host={host}>
        <LiveCallbacks api={api} />
      </Page>
    </QueryClientProvider>
  </StrictMode>,
);
