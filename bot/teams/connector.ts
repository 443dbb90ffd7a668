import type { ConnectorClientOptions } from 'botframework-connector';
import * as v from 'valibot';
import { settings } from '../../shared/settings.ts';
import { retryAfter } from '../retryAfter.ts';
import { gate } from './gate.ts';

/** Teams answered with an error. */
export class ConnectorRefusal extends Error {
  readonly status: number;
  /** What Teams calls the error, such as BotNotInConversationRoster; '' when it does not say. */
  readonly code: string;
  /** What Retry-After asks for. */
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, code: string, retryAfterSeconds: number | undefined) {
    super(`Teams answered ${status} ${code}`.trimEnd());
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;

/**
 * The road to Teams: one attempt, with a time limit, over so many connections. botbuilder's own client waits
 * for ever and repeats a POST by itself, so that a card could be posted twice without anybody knowing; it
 * only retries answers, not exceptions, so an error answer is thrown. Who sends decides what is tried again.
 */
export function connectorHttpClient(): HttpClient {
  const { answerSeconds, connections } = settings.delivery;
  const connection = gate(connections);

  return {
    async sendRequest(request) {
      // Waiting for a connection counts: whoever sends has promised to be done in time.
      const signal = AbortSignal.timeout(answerSeconds * 1000);
      const { url, method, body } = request;
      const { response, bodyAsText } = await connection.pass(async () => {
        const init = { method, headers: request.headers.toJson(), body: body ?? null, signal };
        const response = await fetch(url, init);
        return { response, bodyAsText: await response.text() };
      }, signal);
      if (!response.ok) {
        throw new ConnectorRefusal(response.status, codeIn(bodyAsText), retryAfter(response.headers));
      }
      const headers = request.headers.clone();
      for (const { name } of headers.headersArray()) headers.remove(name);
      for (const [name, value] of response.headers) headers.set(name, value);
      return { request, status: response.status, headers, bodyAsText };
    },
  };
}

const ErrorBody = v.pipe(v.string(), v.parseJson(), v.object({ error: v.object({ code: v.string() }) }));

function codeIn(body: string): string {
  const parsed = v.safeParse(ErrorBody, body);
  return parsed.success ? parsed.output.error.code : '';
}
