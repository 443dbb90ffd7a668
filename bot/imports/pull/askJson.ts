import { setTimeout as wait } from 'node:timers/promises';
import { backoff } from '../../backoff.ts';
import { retryAfter } from '../../retryAfter.ts';
import { PullFailed } from '../pullFailed.ts';
import { readBody } from './readBody.ts';
import { isLoopback } from './webAddress.ts';

export interface Question {
  readonly url: URL;
  /** Those of the secrets too: they never stand in the address, which ends up in logs on the way. */
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as a form, by POST. */
  readonly form?: Readonly<Record<string, string>>;
  /** Nothing being there is an answer: undefined. Otherwise it is a failure. */
  readonly isOptional?: boolean;
}

export interface AskContext {
  /** Whether this machine itself may be asked over plain http: in local mode and tests. */
  readonly isLocal: boolean;
  /** Ends the asking. */
  readonly signal: AbortSignal;
  /** Waits between two tries. Default: for so many milliseconds. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** Trouble that passes: it is asked again. */
interface Trouble {
  readonly trouble: string;
  /** What Retry-After asks for. */
  readonly seconds: number | undefined;
}

/** How long one request may take, in milliseconds. */
const requestMs = 10_000;
/** How often it is asked in all. */
const tries = 5;
/** The pauses between them, in seconds. */
const pauses = { first: 1, longest: 16 };
/** A system that asks for a longer pause than this, in seconds, is asked again after it all the same. */
const longestRetryAfter = 60;

const busy: readonly number[] = [429, 502, 503, 504];
const notThere: readonly number[] = [404, 410];

/**
 * Asks another system for JSON. What may pass is tried again: no connection, a time-out, and the statuses of
 * a system that is too busy. A redirect is not followed: it would take the secret elsewhere.
 * @throws PullFailed; what aborted, where the signal did.
 */
export async function askJson(question: Question, context: AskContext): Promise<unknown> {
  const { signal, isLocal, sleep = (ms) => wait(ms, undefined, { signal }) } = context;
  const { url } = question;
  const mayBeAsked = url.protocol === 'https:' || (isLocal && isLoopback(url));
  if (!mayBeAsked) throw new PullFailed('refused', [placeOf(url), 'https']);
  for (let failures = 1; ; failures++) {
    const answer = await tryOnce(question, signal);
    if (!('trouble' in answer)) return answer.json;
    if (failures === tries) throw new PullFailed('unreachable', [placeOf(url), answer.trouble]);
    const seconds = answer.seconds ?? backoff(failures, pauses);
    await sleep(1000 * Math.min(seconds, longestRetryAfter));
    signal.throwIfAborted();
  }
}

async function tryOnce(
  question: Question,
  signal: AbortSignal,
): Promise<{ readonly json: unknown } | Trouble> {
  const { url, headers, form, isOptional = false } = question;
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': 'Zeven', ...headers },
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]),
      ...(form !== undefined && { method: 'POST', body: new URLSearchParams(form) }),
    });
    if (response.ok) return { json: await readBody(response, placeOf(url)) };
    await response.body?.cancel();
    if (isOptional && notThere.includes(response.status)) return { json: undefined };
    return judgeStatus(response, url);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof PullFailed) throw error;
    return { trouble: codeOf(error), seconds: undefined };
  }
}

/** @throws PullFailed where asking again does not help. */
function judgeStatus({ status, headers }: Response, url: URL): Trouble {
  const details = [placeOf(url), String(status)];
  if (busy.includes(status)) {
    return { trouble: String(status), seconds: retryAfter(headers) };
  }
  if (status === 401 || status === 403) throw new PullFailed('unauthorized', details);
  throw new PullFailed(status >= 400 && status < 500 ? 'refused' : 'badAnswer', details);
}

/** What an administrator knows it by; the query stays out. */
function placeOf({ host, pathname }: URL): string {
  return host + pathname;
}

/** What went wrong on the way: `ECONNREFUSED`, or `TimeoutError`. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return '';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
