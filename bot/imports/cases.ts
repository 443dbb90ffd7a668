import * as v from 'valibot';
import type { Case } from '../../shared/fact/case.ts';
import { csvMapping } from './csv/csvMapping.ts';
import { dayReader, pastDayReader } from './csv/dayField.ts';
import { dayTexts } from './csv/dayNumber.ts';
import { mappedCsv } from './csv/mappedCsv.ts';
import type { MappedRow, Places } from './csv/mappedRow.ts';
import { whoseReader } from './csv/whoseField.ts';
import type { FileSource, ReadContext } from './source.ts';

const columns = {
  id: 'zaaknummer',
  startedOn: 'startdatum',
  dueOn: 'uiterste datum',
  /** Empty while it runs. */
  closedOn: 'einddatum',
  department: 'afdeling',
  process: 'proces',
};

const Days = v.pipe(
  v.number('expected a number of days'),
  v.integer('expected whole days'),
  v.minValue(1, 'expected one day or more'),
  v.maxValue(3650, 'expected ten years at most'),
);

const Mapping = csvMapping(columns, {
  /** Calendar days from the start to the due day, where the file says none: of all cases, or by id of the process. */
  leadTimeDays: v.optional(v.union([Days, v.record(v.string(), Days)], 'expected days, or days by process')),
});

type CasesMapping = v.InferOutput<typeof Mapping>;

/** Cases from a CSV file, which every case system can write. */
export const cases: FileSource<'cases', CasesMapping> = {
  id: 'cases',
  kind: 'cases',
  mapping: Mapping,
  read(file, context) {
    const { mapping } = context;
    const dueOn = mapping.leadTimeDays === undefined ? (['dueOn'] as const) : [];
    const required = ['id', 'startedOn', 'closedOn', 'department', ...dueOn] as const;
    const used = { usual: columns, mapped: mapping.columns, required };
    return mappedCsv(file, mapping, used, (at) => caseReader(context, at));
  },
};

function caseReader(
  { mapping, municipality, now }: ReadContext<CasesMapping>,
  at: Places<keyof typeof columns>,
) {
  const whoseIn = whoseReader(municipality, mapping, at);
  const readDay = dayReader(mapping.dayOrder);
  const readPastDay = pastDayReader(mapping.dayOrder, now);
  const dayText = dayTexts();
  return (row: MappedRow): Case | undefined => {
    const whose = whoseIn(row);
    if (whose === undefined) return undefined;
    const id = row.id(at.id);
    const started = row.number(at.startedOn, readPastDay);
    const closed = row.numberIfAny(at.closedOn, readPastDay);
    if (closed !== undefined && closed < started) row.refuse(at.closedOn, 'wrongOrder');
    const due = row.numberIfAny(at.dueOn, readDay) ?? started + leadTime(mapping, whose.process);
    if (Number.isNaN(due)) row.refuse(at.dueOn, 'noLeadTime');
    if (due < started) row.refuse(at.dueOn, 'wrongOrder');
    const closedOn = closed === undefined ? undefined : dayText(closed);
    return { id, ...whose, startedOn: dayText(started), dueOn: dayText(due), closedOn };
  };
}

/** In days; NaN where none is known. */
function leadTime({ leadTimeDays }: CasesMapping, process: string): number {
  const days = typeof leadTimeDays === 'object' ? leadTimeDays[process] : leadTimeDays;
  return days ?? Number.NaN;
}
