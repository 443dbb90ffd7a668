import * as v from 'valibot';
import { localDay } from '../../shared/calendar/zone.ts';
import type { Call, Transfer } from '../../shared/fact/call.ts';
import { csvMapping, TimeZone } from './csv/csvMapping.ts';
import { dayTexts, numberOfDay } from './csv/dayNumber.ts';
import { longestDuration, readDuration } from './csv/durationField.ts';
import { departmentNames } from './csv/knownNames.ts';
import { mappedCsv } from './csv/mappedCsv.ts';
import type { MappedRow, Places } from './csv/mappedRow.ts';
import { dayOf, type Moment, momentReader, startOfDay } from './csv/momentField.ts';
import { perValue } from './csv/perValue.ts';
import { yesOrNo } from './csv/yesOrNo.ts';
import type { FileSource, ReadContext } from './source.ts';

const columns = {
  id: 'id',
  /** Day and time; or, where the file has no such column, `day` and `time`. */
  start: 'begin',
  day: 'datum',
  time: 'tijd',
  /** By which the department is known. */
  queue: 'wachtrij',
  /** Until it was answered or given up; or `answeredAt`. */
  waitSeconds: 'wachttijd',
  answeredAt: 'opgenomen om',
  /** Of the first conversation; or `endedAt`. */
  talkSeconds: 'gesprekstijd',
  endedAt: 'einde',
  /** Yes or no. Without it: answered is what has a time of answering, or else what has a conversation. */
  answered: 'beantwoord',
  /** Empty where it was not put through. */
  transferredTo: 'doorverbonden naar',
  transferAnswered: 'doorverbonden opgenomen',
};

const required = [
  'id',
  ['start', 'day'],
  ['start', 'time'],
  'queue',
  ['waitSeconds', 'answeredAt'],
  ['talkSeconds', 'endedAt'],
] as const;

const Mapping = csvMapping(columns, {
  timeZone: TimeZone,
  /** What stands for yes and no, besides the usual words. */
  answered: v.optional(v.record(v.string(), v.boolean('expected true or false')), {}),
});

type CallsMapping = v.InferOutput<typeof Mapping>;

/** Calls from the CSV file of any telephone system, a line for each call that came in. */
export const calls: FileSource<'calls', CallsMapping> = {
  id: 'calls',
  kind: 'calls',
  mapping: Mapping,
  read(file, context) {
    const used = { usual: columns, mapped: context.mapping.columns, required };
    return mappedCsv(file, context.mapping, used, (at) => callReader(context, at));
  },
};

/** There are millions of them: of a call no text is made but its id. */
function callReader(
  { mapping, municipality, now }: ReadContext<CallsMapping>,
  at: Places<keyof typeof columns>,
) {
  const departmentOf = perValue(departmentNames(municipality, mapping));
  const yesNo = perValue(yesOrNo(mapping.answered));
  const moments = momentReader(mapping.timeZone, mapping.dayOrder);
  const dayText = dayTexts();
  const tomorrow = startOfDay(numberOfDay(localDay(now)) + 1);

  function startOf(row: MappedRow): Moment {
    const isOne = row.hasColumn(at.start) && mapping.columns.day === undefined;
    const start = isOne
      ? row.number(at.start, moments.read)
      : row.numberOfTwo(at.day, at.time, moments.readApart);
    if (start >= tomorrow) row.refuse(isOne ? at.start : at.day, 'inFuture');
    return start;
  }

  function isAnsweredIn(row: MappedRow): boolean {
    if (!row.isEmpty(at.answered)) return row.known(at.answered, yesNo, 'unknownValue') ?? false;
    if (row.hasColumn(at.answeredAt)) return !row.isEmpty(at.answeredAt);
    return (row.numberIfAny(at.talkSeconds, readDuration) ?? 0) > 0;
  }

  /** Seconds from the start until a moment in another column. */
  function secondsUntil(row: MappedRow, field: number, start: Moment): number {
    const seconds = row.number(field, moments.readAfter(start)) - start;
    if (seconds < 0) row.refuse(field, 'wrongOrder');
    if (seconds > longestDuration) row.refuse(field, 'outOfRange');
    return seconds;
  }

  function waitOf(row: MappedRow, start: Moment, isAnswered: boolean): number {
    if (!row.isEmpty(at.waitSeconds)) return row.number(at.waitSeconds, readDuration);
    const isGivenUp = !isAnswered && row.isEmpty(at.answeredAt);
    if (isGivenUp && !row.isEmpty(at.endedAt)) return secondsUntil(row, at.endedAt, start);
    if (!row.hasColumn(at.answeredAt)) row.refuse(at.waitSeconds, 'missing');
    return secondsUntil(row, at.answeredAt, start);
  }

  function talkOf(row: MappedRow, start: Moment, wait: number): number {
    if (!row.isEmpty(at.talkSeconds) || !row.hasColumn(at.endedAt)) {
      return row.number(at.talkSeconds, readDuration);
    }
    const talk = secondsUntil(row, at.endedAt, start) - wait;
    if (talk < 0) row.refuse(at.endedAt, 'wrongOrder');
    return talk;
  }

  function transferOf(row: MappedRow): Transfer | undefined {
    if (row.isEmpty(at.transferredTo) || !row.hasColumn(at.transferAnswered)) return undefined;
    const department = row.known(at.transferredTo, departmentOf, 'unknownDepartment');
    if (row.isEmpty(at.transferAnswered)) row.refuse(at.transferAnswered, 'missing');
    const isPickedUp = row.known(at.transferAnswered, yesNo, 'unknownValue') ?? false;
    return department === undefined || department === '' ? undefined : { department, isPickedUp };
  }

  return (row: MappedRow): Call | undefined => {
    const department = row.known(at.queue, departmentOf, 'unknownDepartment');
    if (department === undefined || department === '') return undefined;
    const id = row.id(at.id);
    const start = startOf(row);
    const isAnswered = isAnsweredIn(row);
    const waitSeconds = waitOf(row, start, isAnswered);
    const talkSeconds = isAnswered ? talkOf(row, start, waitSeconds) : 0;
    const transfer = transferOf(row);
    if (row.refusal !== undefined) return undefined;
    const day = dayOf(start);
    const second = start - startOfDay(day);
    return { id, day: dayText(day), second, department, waitSeconds, talkSeconds, isAnswered, transfer };
  };
}
