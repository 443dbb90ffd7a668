import * as v from 'valibot';
import { PullFailed } from '../pullFailed.ts';
import type { AskZgw } from './askZgw.ts';
import { ZgwPeriod } from './zgwPeriod.ts';

/** What the Catalogi API says of a zaaktype. */
const CaseType = v.object({
  // A number in the first versions of the standard.
  identificatie: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  omschrijving: v.string(),
  /** Within which a case must be done by law, in calendar days. */
  doorlooptijd: ZgwPeriod,
  /** Within which the municipality promises to have it done. */
  servicenorm: ZgwPeriod,
});
export type CaseType = v.InferOutput<typeof CaseType>;

/** Every version of a zaaktype is one; no catalogue has so many. */
const mostTypes = 10_000;

/**
 * Looks types of cases up by their address, each once. Undefined for one that is not of the municipality's
 * own Catalogi API, which is the only one that may be asked, is not there, or is no type of case.
 */
export function caseTypeReader(
  catalogi: URL,
  ask: AskZgw,
): (address: string) => Promise<CaseType | undefined> {
  const known = new Map<string, CaseType | undefined>();
  const types = new URL('zaaktypen/', catalogi);
  return async (address) => {
    const url = URL.parse(address);
    const isOurs = url?.origin === types.origin && url.pathname.startsWith(types.pathname);
    if (url === null || !isOurs || url.search !== '') return undefined;
    if (known.has(url.href)) return known.get(url.href);
    if (known.size === mostTypes) throw new PullFailed('tooMany', [types.host, `${mostTypes} zaaktypen`]);
    const type = v.safeParse(CaseType, await ask(url, { isOptional: true }));
    known.set(url.href, type.success ? type.output : undefined);
    return known.get(url.href);
  };
}
