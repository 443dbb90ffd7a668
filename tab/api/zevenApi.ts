import * as v from 'valibot';
import type { Host } from '../host/host.ts';
import { Problem } from './problem.ts';

/** Longer than this and the reader should hear that there is no connection. */
const timeLimit = 10_000;

/** A large file takes its time to arrive and to be read. */
const sendLimit = 10 * 60_000;

/** With these the server says why it does not do what it understands: unknown, busy, too large. */
const refusals: readonly number[] = [404, 409, 413];

const ErrorSchema = v.object({ error: v.object({ message: v.string() }) });

/** What the bot has for the tab. */
export interface ZevenApi {
  /** Fetches an answer that fits the schema. Rejects with a Problem. */
  get<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<v.InferOutput<Schema>>;
  /**
   * Sends a file, and gives what came of it, also when that is a refusal that fits the schema. Rejects with a
   * Problem.
   */
  post<Schema extends v.GenericSchema>(
    path: string,
    file: Blob,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<v.InferOutput<Schema>>;
}

/** Keeps its token until the server refuses it, and then asks the host for another once. */
export function zevenApi(host: Host): ZevenApi {
  let token: Promise<string> | undefined;

  function currentToken(): Promise<string> {
    token ??= host.requestToken().catch((error: unknown) => {
      token = undefined;
      throw error;
    });
    return token;
  }

  async function send(path: string, init: RequestInit): Promise<Response> {
    const response = await request(path, { locale: host.locale, token: await currentToken() }, init);
    if (response.status !== 401) return response;
    token = undefined;
    return request(path, { locale: host.locale, token: await currentToken() }, init);
  }

  return {
    async get(path, schema, signal) {
      // `no-cache` lets the browser ask whether its copy, by its ETag, still holds.
      const within = AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]);
      const response = await send(path, { cache: 'no-cache', signal: within });
      if (response.ok) return read(response, schema);
      throw await refusal(response);
    },

    async post(path, file, schema, signal) {
      const within = AbortSignal.any([signal, AbortSignal.timeout(sendLimit)]);
      const response = await send(path, { method: 'POST', body: file, signal: within });
      if (response.ok || response.status === 422) return read(response, schema);
      throw await refusal(response);
    },
  };
}

interface Reader {
  readonly locale: string;
  readonly token: string;
}

async function request(path: string, { locale, token }: Reader, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, 'Accept-Language': locale },
    });
  } catch {
    throw new Problem('unreachable');
  }
}

async function read<Schema extends v.GenericSchema>(
  response: Response,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) throw new Problem('unexpected', { reason: parsed.issues[0].message });
  return parsed.output;
}

async function refusal(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = v.safeParse(ErrorSchema, body);
  const advice = parsed.success ? parsed.output.error.message : undefined;
  if (response.status === 400) return new Problem('badAddress', { advice });
  if (response.status === 401) return new Problem('signIn', { advice });
  if (response.status === 403) return new Problem('forbidden', { advice });
  if (refusals.includes(response.status) && advice !== undefined) return new Problem('refused', { advice });
  if (response.status >= 500) return new Problem('unavailable', { advice });
  return new Problem('unexpected', { advice, reason: `HTTP ${response.status}` });
}
