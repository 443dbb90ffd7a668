import * as v from 'valibot';
import { PullFailed } from '../pullFailed.ts';
import type { AskZgw } from './askZgw.ts';

/** The list of cases; what stands in it is looked at one by one. */
const Page = v.object({ next: v.nullish(v.string()), results: v.array(v.unknown()) });

/** Of a hundred cases each: two million, more than any municipality has open. */
const mostPages = 20_000;

/**
 * The cases that fit a filter, page by page. The address of the next page comes from the other system: only
 * its query is free, or it could have us ask anything anywhere, with the client's token.
 * @throws PullFailed
 */
export async function* casePages(
  zaken: URL,
  filter: Readonly<Record<string, string>>,
  ask: AskZgw,
): AsyncGenerator<readonly unknown[]> {
  const list = new URL('zaken', zaken);
  // Pages of a list without a fixed order overlap and miss some. In this one only a case that closes meanwhile
  // moves the others up: one at the edge of a page may be missed, until it is asked for again.
  const query = new URLSearchParams({ ...filter, ordering: 'identificatie' });
  let url: URL | undefined = new URL(`?${query}`, list);
  const asked = new Set<string>();
  while (url !== undefined) {
    if (asked.has(url.href)) throw new PullFailed('badAnswer', [list.host, 'next']);
    if (asked.size === mostPages) throw new PullFailed('tooMany', [list.host, `${mostPages} pages`]);
    asked.add(url.href);
    const page = v.safeParse(Page, await ask(url));
    if (!page.success) throw new PullFailed('badAnswer', [list.host, list.pathname]);
    yield page.output.results;
    url = nextPage(page.output.next, list);
  }
}

function nextPage(next: string | null | undefined, list: URL): URL | undefined {
  if (next === null || next === undefined) return undefined;
  const url = URL.parse(next);
  const isOfList = url?.origin === list.origin && url.pathname === list.pathname;
  if (url === null || !isOfList) throw new PullFailed('badAnswer', [list.host, 'next']);
  return url;
}
