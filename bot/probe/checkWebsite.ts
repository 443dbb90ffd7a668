import type { IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { isIP } from 'node:net';
import type { Website } from '../../shared/uptime/website.ts';
import { ForbiddenAddress, lookUpReachable } from './lookUpReachable.ts';
import { isPublicAddress } from './publicAddress.ts';

export type WebsiteCheck = { readonly isUp: true } | Down;

interface Down {
  readonly isUp: false;
  readonly reason:
    | 'status'
    /** The expected text is not in it. */
    | 'text'
    | 'timeOut'
    /** It leads to a page that is not https, or to nowhere. */
    | 'badRedirect'
    | 'tooManyRedirects'
    /** Its address is not one of the public internet. */
    | 'forbiddenAddress'
    /** No connection, a certificate that is not right, or no whole answer. */
    | 'unreachable';
  /** The status, or the code of what went wrong on the way; '' where there is nothing to add. */
  readonly detail: string;
}

export interface CheckOptions {
  /** Which addresses may be connected to. Default: those of the public internet. */
  readonly mayReach?: (address: string) => boolean;
  /** The certificate to trust. Default: those that the machine trusts. */
  readonly ca?: string;
}

/** As many as a browser needs for a page that moved a few times; a circle never ends. */
const mostRedirects = 5;

/** The expected text must stand in so much of a page; more of it is not read. */
const mostBytes = 1024 * 1024;

const redirects: readonly (number | undefined)[] = [301, 302, 303, 307, 308];

/** Opens a website channel once, as a citizen's browser does. Whatever goes wrong is an answer: never throws. */
export async function checkWebsite(website: Website, options: CheckOptions = {}): Promise<WebsiteCheck> {
  const signal = AbortSignal.timeout(website.timeoutSeconds * 1000);
  try {
    return await open(website, signal, options);
  } catch (error) {
    if (signal.aborted) return down('timeOut');
    if (error instanceof ForbiddenAddress) return down('forbiddenAddress');
    return down('unreachable', codeOf(error));
  }
}

async function open(website: Website, signal: AbortSignal, options: CheckOptions): Promise<WebsiteCheck> {
  let url = new URL(website.url);
  for (let followed = 0; followed <= mostRedirects; followed++) {
    const response = await get(url, signal, options);
    const { statusCode, headers } = response;
    const isExpected = statusCode === website.expectedStatus;
    if (isExpected || !redirects.includes(statusCode) || headers.location === undefined) {
      return judge(response, website);
    }
    response.destroy();
    const next = URL.parse(headers.location, url);
    if (next?.protocol !== 'https:') return down('badRedirect');
    url = next;
  }
  return down('tooManyRedirects');
}

function get(url: URL, signal: AbortSignal, options: CheckOptions): Promise<IncomingMessage> {
  const { mayReach = isPublicAddress } = options;
  // An address in the URL itself is never looked up.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) !== 0 && !mayReach(host)) throw new ForbiddenAddress();
  const how: RequestOptions = {
    // A connection of its own: one that is still open from the last minute proves less.
    agent: false,
    lookup: lookUpReachable(mayReach),
    headers: { 'user-agent': 'Zeven-uptime', accept: '*/*', 'accept-encoding': 'identity' },
    signal,
    ...(options.ca !== undefined && { ca: options.ca }),
  };
  return new Promise((resolve, reject) => {
    request(url, how, resolve).on('error', reject).end();
  });
}

async function judge(response: IncomingMessage, website: Website): Promise<WebsiteCheck> {
  if (response.statusCode !== website.expectedStatus) {
    response.destroy();
    return down('status', String(response.statusCode));
  }
  const page = await readPage(response);
  const { expectedText } = website;
  return expectedText === undefined || page.includes(expectedText) ? { isUp: true } : down('text');
}

async function readPage(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let room = mostBytes;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, room));
    room -= chunk.length;
    // Leaving the loop ends the connection.
    if (room <= 0) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function down(reason: Down['reason'], detail = ''): Down {
  return { isUp: false, reason, detail };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
