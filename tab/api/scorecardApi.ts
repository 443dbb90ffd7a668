import * as v from 'valibot';
import { type Scorecard, ScorecardSchema } from '../../shared/kpi/scorecard.ts';
import type { Host } from '../host/host.ts';
import { Problem } from './problem.ts';

/** Longer than this and the reader should hear that there is no connection. */
const timeLimit = 10_000;

const ErrorSchema = v.object({ error: v.object({ message: v.string() }) });

/** Fetches the scorecard of this month. Rejects with a Problem. */
export type FetchScorecard = (signal: AbortSignal) => Promise<Scorecard>;

/** Keeps its token until the server refuses it, and then asks the host for another once. */
export function scorecardApi(host: Host): FetchScorecard {
  let token: Promise<string> | undefined;

  function currentToken(): Promise<string> {
    token ??= host.requestToken().catch((error: unknown) => {
      token = undefined;
      throw error;
    });
    return token;
  }

  async function send(signal: AbortSignal): Promise<Response> {
    return request(host.locale, await currentToken(), signal);
  }

  return async (signal) => {
    let response = await send(signal);
    if (response.status === 401) {
      token = undefined;
      response = await send(signal);
    }
    if (response.ok) return read(response);
    throw await refusal(response);
  };
}

/** `no-cache` lets the browser ask whether its copy, by its ETag, still holds. */
async function request(locale: string, token: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch('/api/scorecard', {
      cache: 'no-cache',
      headers: { Authorization: `Bearer ${token}`, 'Accept-Language': locale },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]),
    });
  } catch {
    throw new Problem('unreachable');
  }
}

async function read(response: Response): Promise<Scorecard> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = v.safeParse(ScorecardSchema, body);
  if (!parsed.success) throw new Problem('unexpected', { reason: parsed.issues[0].message });
  return parsed.output;
}

async function refusal(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = v.safeParse(ErrorSchema, body);
  const advice = parsed.success ? parsed.output.error.message : undefined;
  if (response.status === 401) return new Problem('signIn', { advice });
  if (response.status === 403) return new Problem('forbidden', { advice });
  if (response.status >= 500) return new Problem('unavailable', { advice });
  return new Problem('unexpected', { advice, reason: `HTTP ${response.status}` });
}
