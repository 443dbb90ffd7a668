import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { CallbackList } from '../../../shared/callback/callbackList.ts';
import type { ImportResult, Imports } from '../../../shared/imports/importRun.ts';
import type { Scorecard } from '../../../shared/kpi/scorecard.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** What the API answers from now on. */
export type ApiAnswer =
  | { readonly kind: 'scorecard'; readonly scorecard: Scorecard }
  | { readonly kind: 'callbacks'; list(department: string | null): CallbackList }
  | {
      readonly kind: 'imports';
      readonly imports: Imports;
      take(sent: SentFile): Promise<FileAnswer> | FileAnswer;
    }
  | { readonly kind: 'error'; readonly status: number; readonly message: string }
  | { readonly kind: 'other'; readonly body: string }
  /** The connection is broken off. */
  | { readonly kind: 'away' };

/** A file as the page sent it. */
export interface SentFile {
  readonly source: string | undefined;
  readonly name: string | null;
  readonly isDryRun: boolean;
  readonly text: string;
}

/** What came of it; or, with another status than 200 and 422, what is said of that. */
export type FileAnswer =
  | ImportResult
  | { readonly kind: 'error'; readonly status: number; readonly message: string };

/** Serves the built tab, and an API that answers what the test says. */
export interface TabServer {
  readonly url: string;
  answer: ApiAnswer;
  /** The token that opens the API; undefined opens it to all. */
  validToken: string | undefined;
  /** What `POST /api/local/token` gives; undefined is a bot in production, which has no such route. */
  localToken: string | undefined;
  /** The headers of each request for figures or a list. */
  readonly requests: IncomingMessage['headers'][];
  stop(): Promise<void>;
}

export async function startTabServer(builtTab: string, answer: ApiAnswer): Promise<TabServer> {
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const tabServer: TabServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer,
    validToken: undefined,
    localToken: 'local-token',
    requests: [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', tabServer.url);
    if (pathname.startsWith('/api/') && tabServer.answer.kind === 'away') request.socket.destroy();
    else if (pathname === '/api/scorecard') answerWith('scorecard', request, response);
    else if (pathname === '/api/callbacks') {
      answerWith('callbacks', request, response, searchParams.get('department'));
    } else if (pathname === '/api/imports') answerWith('imports', request, response);
    else if (pathname.startsWith('/api/import/'))
      await answerImport(pathname, searchParams, request, response);
    else if (pathname === '/api/local/token') answerToken(response);
    else await answerFile(pathname, response);
  }

  function answerToken(response: ServerResponse): void {
    if (tabServer.localToken === undefined) response.writeHead(404).end();
    else json(response, 200, { token: tabServer.localToken, expiresAt: '2026-11-23T12:00:00Z' });
  }

  function answerWith(
    kind: PageAnswer['kind'],
    request: IncomingMessage,
    response: ServerResponse,
    department: string | null = null,
  ): void {
    const { answer, validToken } = tabServer;
    tabServer.requests.push(request.headers);
    if (validToken !== undefined && request.headers.authorization !== `Bearer ${validToken}`) {
      json(response, 401, { error: { code: 'unauthorized', message: 'Je bent niet aangemeld.' } });
    } else if (answer.kind === 'error') {
      json(response, answer.status, { error: { code: 'test', message: answer.message } });
    } else if (answer.kind === kind) {
      json(response, 200, bodyOf(answer, department));
    } else if (answer.kind === 'other') {
      response.end(answer.body);
    } else {
      // The test answers another page.
      response.writeHead(404).end();
    }
  }

  async function answerImport(
    pathname: string,
    searchParams: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { answer } = tabServer;
    if (answer.kind !== 'imports') return void response.writeHead(404).end();
    const result = await answer.take({
      source: pathname.split('/').at(-1),
      name: searchParams.get('name'),
      isDryRun: searchParams.has('dryRun'),
      text: await text(request),
    });
    if (result.kind === 'error')
      json(response, result.status, { error: { code: 'test', message: result.message } });
    else json(response, result.kind === 'imported' ? 200 : 422, result);
  }

  async function answerFile(pathname: string, response: ServerResponse): Promise<void> {
    const body = await readFile(join(builtTab, pathname.replace(/^\/tab\//, ''))).catch(() => undefined);
    if (body === undefined) return void response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': contentTypes[extname(pathname)] ?? 'application/octet-stream',
    });
    response.end(body);
  }

  return tabServer;
}

type PageAnswer = Extract<ApiAnswer, { readonly kind: 'scorecard' | 'callbacks' | 'imports' }>;

function bodyOf(answer: PageAnswer, department: string | null): object {
  switch (answer.kind) {
    case 'scorecard':
      return answer.scorecard;
    case 'callbacks':
      return answer.list(department);
    case 'imports':
      return answer.imports;
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'private, no-cache' });
  response.end(JSON.stringify(body));
}
