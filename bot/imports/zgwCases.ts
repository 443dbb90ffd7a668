import { Temporal } from 'temporal-polyfill';
import type { Case } from '../../shared/fact/case.ts';
import type { Refusal } from '../../shared/fact/refusal.ts';
import type { PullContext, PullSource } from './pullSource.ts';
import { askZgw } from './zgw/askZgw.ts';
import { casePages } from './zgw/casePages.ts';
import { caseReader } from './zgw/caseReader.ts';
import { caseTypeReader } from './zgw/caseType.ts';
import { ZgwMapping } from './zgw/zgwMapping.ts';

/**
 * Cases from a case system with the ZGW APIs of VNG. Read: the openapi.yaml and specification of the Zaken
 * API 1.5.1, 1.6.0 and 1.7.0 and of the Catalogi API 1.3.2, and those of Open Zaak 1.30.
 */
export const zgwCases: PullSource<'cases', ZgwMapping> = {
  id: 'zgw',
  kind: 'cases',
  mapping: ZgwMapping,
  async *pull(context) {
    const { zaken, catalogi } = context.mapping;
    const ask = askZgw(context);
    const readCase = caseReader(context, caseTypeReader(catalogi, ask));
    let place = 0;
    for (const filter of filtersOf(context)) {
      for await (const results of casePages(zaken, filter, ask)) {
        const facts: Case[] = [];
        const refused: Refusal[] = [];
        for (const result of results) {
          const read = await readCase(result, ++place);
          if (read === undefined) continue;
          if ('reason' in read) refused.push(read);
          else facts.push(read);
        }
        yield { facts, refused, records: results.length };
      }
    }
  },
};

/**
 * The standard has no filter for what was changed. What still changes is open, so every open case is asked
 * for, and then what was closed since: a case that closes meanwhile is among those.
 */
function filtersOf({ mapping, since }: PullContext<ZgwMapping>): Readonly<Record<string, string>>[] {
  const { bronorganisatie } = mapping;
  const ours = bronorganisatie === undefined ? {} : { bronorganisatie };
  const dayBefore = Temporal.PlainDate.from(since).subtract({ days: 1 });
  return [
    { ...ours, einddatum__isnull: 'true' },
    { ...ours, einddatum__gt: dayBefore.toString() },
  ];
}
