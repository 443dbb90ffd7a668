import type * as v from 'valibot';
import type { WebCount } from '../../shared/fact/webCount.ts';
import { csvMapping } from './csv/csvMapping.ts';
import { pastDayReader } from './csv/dayField.ts';
import { dayTexts } from './csv/dayNumber.ts';
import { processNames } from './csv/knownNames.ts';
import { mappedCsv } from './csv/mappedCsv.ts';
import type { MappedRow, Places } from './csv/mappedRow.ts';
import { wholeNumberReader } from './csv/numberField.ts';
import { perValue } from './csv/perValue.ts';
import type { FileSource, ReadContext } from './source.ts';

const columns = { process: 'proces', day: 'datum', handled: 'aantal' };

const required = ['process', 'day', 'handled'] as const;

/** Of one process on one day: more than any municipality has inhabitants. */
const mostHandled = 1_000_000;

const Mapping = csvMapping(columns, {});

type WebMapping = v.InferOutput<typeof Mapping>;

/**
 * How many requests the website handled, a line for each customer process and day. Where one comes twice,
 * the last line counts: a file that grows holds the count of a day that was not over before the final one.
 */
export const webCounts: FileSource<'webCounts', WebMapping> = {
  id: 'web',
  kind: 'webCounts',
  mapping: Mapping,
  async *read(file, context) {
    /** By process and day: no more than there are days, however long the file. */
    const last = new Map<string, WebCount>();
    const used = { usual: columns, mapped: context.mapping.columns, required };
    for await (const part of mappedCsv(file, context.mapping, used, (at) => webCountReader(context, at))) {
      for (const count of part.facts) last.set(`${count.day} ${count.id}`, count);
      yield { ...part, facts: [] };
    }
    yield { facts: [...last.values()], refused: [], records: 0 };
  },
};

function webCountReader(
  { mapping, municipality, now }: ReadContext<WebMapping>,
  at: Places<keyof typeof columns>,
) {
  const processOf = perValue(processNames(municipality, mapping));
  const readPastDay = pastDayReader(mapping.dayOrder, now);
  const readHandled = wholeNumberReader(0, mostHandled);
  const dayText = dayTexts();
  return (row: MappedRow): WebCount | undefined => {
    if (row.isEmpty(at.process)) row.refuse(at.process, 'missing');
    const id = row.known(at.process, processOf, 'unknownProcess');
    if (id === undefined || id === '') return undefined;
    const day = dayText(row.number(at.day, readPastDay));
    return { id, day, handled: row.number(at.handled, readHandled) };
  };
}
