import type { Call, Transfer } from '../../../shared/fact/call.ts';
import { BadFile } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from '../csv/csvRecord.ts';
import type { ReadContext } from '../source.ts';
import { callMoments, type Instant } from './callMoments.ts';
import type { CallSink } from './callSink.ts';
import { PickUpCheck } from './pickUpCheck.ts';
import { departmentsBy, queueDepartments } from './queueMapping.ts';
import type { CallReader } from './readCalls.ts';
import { RecordCheck } from './recordCheck.ts';
import { type Journey, numbersIn, plainNumber, type Route, routeOf } from './threeCxChain.ts';
import { neededFields, orderOfHeader, type ThreeCxField, threeCxLayout } from './threeCxFields.ts';

interface Mapping {
  readonly queues: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
  readonly extensions: Readonly<Record<string, string>>;
  readonly fields: readonly ThreeCxField[];
  readonly timeZone: string;
}

/** Calls from outside come from there: Line, and what other versions call it. */
const outside = /^(line|external|external_?line|provider)$/i;

/** Where no colleague is: a caller who ends there was not answered. */
const machine = /^(queue|ivr|vmail|voicemail|.*group.*|fax|specialmenu)$/i;

/** What answers by itself, at once. */
const picksUpItself = /^(queue|ivr|specialmenu)$/i;

const group = /group/i;

/** Where calls are shared among colleagues: one that the mapping does not know is left out by mistake. */
const shared = /queue|group/i;

/** Where a call came in. */
interface Came {
  readonly queue: string;
  readonly department: string;
  readonly chain: readonly string[];
  /** Nothing came before it, such as a digital receptionist. */
  readonly isFirst: boolean;
}

interface Times {
  readonly start: Instant;
  readonly answered: Instant | undefined;
  readonly end: Instant;
}

export function threeCxCdrReader(
  { mapping, municipality, now }: ReadContext<Mapping>,
  sink: CallSink,
): CallReader {
  const departmentOf = queueDepartments(municipality, mapping);
  const extensionOf = departmentsBy(municipality, mapping.extensions);
  const moments = callMoments(mapping.timeZone, now);
  const pickUps = new PickUpCheck('time-answered');
  let layout = threeCxLayout(mapping.fields);
  let isFirst = true;

  function take(record: CsvRecord): void {
    const order = isFirst ? orderOfHeader(record) : undefined;
    isFirst = false;
    if (order === undefined) takeCall(record);
    else takeHeader(order);
  }

  function takeHeader(order: readonly ThreeCxField[]): void {
    const missing = neededFields.filter((field) => !order.includes(field));
    if (missing.length > 0) throw new BadFile('missingColumns', missing);
    layout = threeCxLayout(order);
  }

  function takeCall(record: CsvRecord): void {
    sink.count();
    const check = new RecordCheck(record.line);
    const isWhole = neededFields.every((field) => !Number.isNaN(layout.placeOf(record, field)));
    if (!isWhole) check.refuse('', 'fieldCount');
    const call = isWhole ? callOf(record, check) : undefined;
    if (check.refusal !== undefined) sink.refuse(check.refusal);
    else if (call !== undefined) sink.add(call);
  }

  function callOf(record: CsvRecord, check: RecordCheck): Call | undefined {
    const came = whereItCame(record, check);
    if (came === undefined) return undefined;
    const { queue, department } = came;
    const callId = textOf(record, 'callid');
    if (callId === '') check.refuse('callid', 'missing');
    const { start, answered, end } = timesOf(record, check);
    const route = routeOf(journeyOf(record, came));
    const isAnswered = answered !== undefined && route.isAnswered;
    const waitSeconds = (isAnswered ? answered : end) - start;
    const talkSeconds = isAnswered ? end - answered : 0;
    if (isAnswered && picksUpItself.test(textOf(record, 'to-type'))) pickUps.add(waitSeconds);
    const transfer = isAnswered ? transferOf(record, route, department) : undefined;
    const id = `${callId}/${queue}`;
    return { id, ...moments.placeOf(start), department, waitSeconds, talkSeconds, isAnswered, transfer };
  }

  /** Undefined where it does not count. */
  function whereItCame(record: CsvRecord, check: RecordCheck): Came | undefined {
    if (!outside.test(textOf(record, 'from-type'))) return undefined;
    const chain = numbersIn(textOf(record, 'chain'));
    const first = plainNumber(textOf(record, 'to-dn'));
    const places = [first, ...chain, plainNumber(textOf(record, 'dial-no'))].filter((place) => place !== '');
    for (const queue of places) {
      const department = departmentOf(queue);
      if (department) return { queue, department, chain, isFirst: queue === first };
    }
    const isIgnored = places.some((place) => departmentOf(place) === '');
    if (!isIgnored && shared.test(textOf(record, 'to-type'))) check.refuse('to-dn', 'unknownDepartment');
    return undefined;
  }

  function timesOf(record: CsvRecord, check: RecordCheck): Times {
    const read = (field: ThreeCxField) =>
      check.number(field, moments.read(record, layout.placeOf(record, field)));
    const start = read('time-start');
    const answered = textOf(record, 'time-answered') === '' ? undefined : read('time-answered');
    const end = read('time-end');
    check.refuseIf('time-end', moments.whyNotThen(end));
    if (answered !== undefined && answered < start) check.refuse('time-answered', 'wrongOrder');
    if (end < (answered ?? start)) check.refuse('time-end', 'wrongOrder');
    return { start, answered, end };
  }

  function journeyOf(record: CsvRecord, { queue, chain, isFirst: isDirect }: Came): Journey {
    const final = plainNumber(textOf(record, 'final-dn'));
    const toType = textOf(record, 'to-type');
    // Of a group whose telephones ring together, nothing tells who it was.
    const isAnsweredThere = !machine.test(toType) || (group.test(toType) && final === '');
    return {
      queue,
      chain,
      isColleague: isDirect && isAnsweredThere,
      final,
      isFinalColleague: !machine.test(textOf(record, 'final-type')),
      isOverflow: textOf(record, 'reason-changed') === 'QFwdToDNA',
      departmentOf: (number) => departmentOf(number) || extensionOf(number),
      isQueue: (number) => departmentOf(number) !== undefined,
    };
  }

  function transferOf(record: CsvRecord, route: Route, own: string): Transfer | undefined {
    const department = route.transferredTo;
    if (department === undefined || department === own) return undefined;
    const isFailed = textOf(record, 'reason-changed').startsWith('Failed');
    return { department, isPickedUp: route.isPickedUp && !isFailed };
  }

  function textOf(record: CsvRecord, field: ThreeCxField): string {
    const place = layout.placeOf(record, field);
    return place >= 0 ? record.text(place) : '';
  }

  return { take, end: () => pickUps.assertByColleagues() };
}
