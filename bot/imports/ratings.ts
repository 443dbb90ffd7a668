import type * as v from 'valibot';
import { containsBsn } from '../../shared/contact/bsn.ts';
import type { Rating } from '../../shared/fact/rating.ts';
import { csvMapping } from './csv/csvMapping.ts';
import { pastDayReader } from './csv/dayField.ts';
import { dayTexts } from './csv/dayNumber.ts';
import { mappedCsv } from './csv/mappedCsv.ts';
import type { MappedRow, Places } from './csv/mappedRow.ts';
import { wholeNumberReader } from './csv/numberField.ts';
import { whoseReader } from './csv/whoseField.ts';
import type { FileSource, ReadContext } from './source.ts';

const columns = {
  id: 'id',
  day: 'datum',
  score: 'cijfer',
  /** Of the case that it is about; empty where it is about a contact. */
  caseId: 'zaaknummer',
  department: 'afdeling',
  process: 'proces',
  remark: 'opmerking',
};

const required = ['id', 'day', 'score', 'department'] as const;

const longestRemark = 1_000;

const Mapping = csvMapping(columns, {});

type RatingsMapping = v.InferOutput<typeof Mapping>;

/** What citizens answered to a survey, a line for each answer. */
export const ratings: FileSource<'ratings', RatingsMapping> = {
  id: 'ratings',
  kind: 'ratings',
  mapping: Mapping,
  read(file, context) {
    const used = { usual: columns, mapped: context.mapping.columns, required };
    return mappedCsv(file, context.mapping, used, (at) => ratingReader(context, at));
  },
};

function ratingReader(
  { mapping, municipality, now }: ReadContext<RatingsMapping>,
  at: Places<keyof typeof columns>,
) {
  const whoseIn = whoseReader(municipality, mapping, at);
  const readPastDay = pastDayReader(mapping.dayOrder, now);
  const readScore = wholeNumberReader(1, 10);
  const dayText = dayTexts();
  return (row: MappedRow): Rating | undefined => {
    const whose = whoseIn(row);
    if (whose === undefined) return undefined;
    const id = row.id(at.id);
    const day = dayText(row.number(at.day, readPastDay));
    const score = row.number(at.score, readScore);
    const remark = row.text(at.remark);
    if (remark.length > longestRemark) row.refuse(at.remark, 'tooLong');
    if (containsBsn(remark)) row.refuse(at.remark, 'bsn');
    return { id, day, score, about: row.isEmpty(at.caseId) ? 'contact' : 'case', ...whose, remark };
  };
}
