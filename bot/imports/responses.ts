import type * as v from 'valibot';
import type { Response } from '../../shared/fact/response.ts';
import { csvMapping } from './csv/csvMapping.ts';
import { pastDayReader } from './csv/dayField.ts';
import { dayTexts } from './csv/dayNumber.ts';
import { mappedCsv } from './csv/mappedCsv.ts';
import type { MappedRow, Places } from './csv/mappedRow.ts';
import { whoseReader } from './csv/whoseField.ts';
import type { FileSource, ReadContext } from './source.ts';

const columns = {
  id: 'id',
  receivedOn: 'ontvangen',
  /** Empty while nobody answered. */
  respondedOn: 'beantwoord',
  department: 'afdeling',
  process: 'proces',
};

const required = ['id', 'receivedOn', 'respondedOn', 'department'] as const;

const Mapping = csvMapping(columns, {});

type ResponsesMapping = v.InferOutput<typeof Mapping>;

/** E-mails and contact forms, with the day of the first answer to each. */
export const responses: FileSource<'responses', ResponsesMapping> = {
  id: 'responses',
  kind: 'responses',
  mapping: Mapping,
  read(file, context) {
    const used = { usual: columns, mapped: context.mapping.columns, required };
    return mappedCsv(file, context.mapping, used, (at) => responseReader(context, at));
  },
};

function responseReader(
  { mapping, municipality, now }: ReadContext<ResponsesMapping>,
  at: Places<keyof typeof columns>,
) {
  const whoseIn = whoseReader(municipality, mapping, at);
  const readPastDay = pastDayReader(mapping.dayOrder, now);
  const dayText = dayTexts();
  return (row: MappedRow): Response | undefined => {
    const whose = whoseIn(row);
    if (whose === undefined) return undefined;
    const id = row.id(at.id);
    const received = row.number(at.receivedOn, readPastDay);
    const responded = row.numberIfAny(at.respondedOn, readPastDay);
    if (responded !== undefined && responded < received) row.refuse(at.respondedOn, 'wrongOrder');
    const respondedOn = responded === undefined ? undefined : dayText(responded);
    return { id, ...whose, receivedOn: dayText(received), respondedOn };
  };
}
