import type { ConnectorClientOptions } from 'botframework-connector';

/** How long Teams may take to answer, in milliseconds. botbuilder's own client would wait for ever. */
const timeLimit = 10_000;

/** Teams answered with an error. */
export class ConnectorRefusal extends Error {
  readonly status: number;
  /** What Retry-After asks for. */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, retryAfterSeconds: number | undefined) {
    super(`Teams answered ${status}`);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;

/**
 * The road to Teams: one attempt, with a time limit. botbuilder's own client repeats a POST by itself,
 * so that a card could be posted twice without anybody knowing; it only retries answers, not exceptions,
 * so an error answer is thrown. The work queue decides what is tried again.
 */
export const connectorHttpClient: HttpClient = {
  async sendRequest(request) {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.toJson(),
      body: request.body ?? null,
      signal: AbortSignal.timeout(timeLimit),
    });
    const bodyAsText = await response.text();
    if (!response.ok) throw new ConnectorRefusal(response.status, retryAfter(response.headers));
    const headers = request.headers.clone();
    for (const { name } of headers.headersArray()) headers.remove(name);
    for (const [name, value] of response.headers) headers.set(name, value);
    return { request, status: response.status, headers, bodyAsText };
  },
};

function retryAfter(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.ceil(seconds) : undefined;
}
