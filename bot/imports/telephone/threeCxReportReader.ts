import { BadFile } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from '../csv/csvRecord.ts';
import { readDuration } from '../csv/durationField.ts';
import { type Header, readHeader } from '../csv/header.ts';
import type { ReadContext } from '../source.ts';
import { callMoments } from './callMoments.ts';
import type { CallSink } from './callSink.ts';
import { departmentsBy, queueDepartments } from './queueMapping.ts';
import type { CallReader } from './readCalls.ts';
import { RecordCheck } from './recordCheck.ts';
import { makeCalls, type ThreeCxTools } from './threeCxCalls.ts';
import { inbound, isAnsweredBy, numberIn, placeCalled, type ThreeCxLeg } from './threeCxLeg.ts';

interface Mapping {
  readonly queues: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
  readonly extensions: Readonly<Record<string, string>>;
  readonly timeZone: string;
}

const details = 'Call Activity Details';
const columns = ['Call Time', 'Call ID', 'To', 'Direction', 'Status', 'Ringing', 'Talking', details];

/** A call was in no more places than this, unless it is nonsense. */
const mostLegs = 1_000;

export function threeCxReportReader(
  { mapping, municipality, now }: ReadContext<Mapping>,
  sink: CallSink,
): CallReader {
  const departmentOf = queueDepartments(municipality, mapping);
  const extensionOf = departmentsBy(municipality, mapping.extensions);
  const moments = callMoments(mapping.timeZone, now);
  const targetOf = (number: string) => departmentOf(number) || extensionOf(number);
  const tools: ThreeCxTools = { departmentOf, targetOf, moments, sink };
  let header: Header | undefined;
  let callId = '';
  let legs: ThreeCxLeg[] = [];

  function take(record: CsvRecord): void {
    if (header === undefined) header = readHeader(record, columns);
    else if (record.text(header.fieldOf('Call Time')) !== 'Totals') takeRow(record, header);
  }

  function takeRow(record: CsvRecord, at: Header): void {
    sink.count();
    const check = new RecordCheck(record.line);
    if (record.fieldCount === at.fieldCount) takeLeg(record, at, check);
    else check.refuse('', 'fieldCount');
    if (check.refusal !== undefined) sink.refuse(check.refusal);
  }

  function takeLeg(record: CsvRecord, at: Header, check: RecordCheck): void {
    if (!inbound.includes(record.text(at.fieldOf('Direction')))) return;
    const id = record.text(at.fieldOf('Call ID'));
    if (id === '') check.refuse('Call ID', 'missing');
    const leg = legOf(record, at, check);
    if (check.refusal !== undefined) return;
    if (id !== callId) finish();
    callId = id;
    if (legs.length < mostLegs) legs.push(leg);
  }

  function legOf(record: CsvRecord, at: Header, check: RecordCheck): ThreeCxLeg {
    const text = (column: string) => record.text(at.fieldOf(column));
    const seconds = (column: string) => check.number(column, readDuration(record, at.fieldOf(column)));
    const start = check.number('Call Time', moments.read(record, at.fieldOf('Call Time')));
    check.refuseIf('Call Time', moments.whyNotThen(start));
    const isAnswered = isAnsweredBy(text('Status'));
    if (isAnswered === undefined) check.refuse('Status', 'unknownValue');
    return {
      line: record.line,
      start,
      number: numberIn(text('To')),
      place: placeCalled(text('To'), text('Direction')),
      isAnswered: isAnswered ?? false,
      ringingSeconds: seconds('Ringing'),
      talkingSeconds: seconds('Talking'),
      details: text(details),
    };
  }

  /** The lines of a call are all there. */
  function finish(): void {
    const [first] = legs;
    const last = legs.at(-1);
    // 3CX writes the last first; somebody may have sorted them.
    if (first !== undefined && last !== undefined && first.start >= last.start) legs.reverse();
    legs.sort((one, other) => one.start - other.start);
    makeCalls(callId, legs, tools);
    legs = [];
  }

  return {
    take,
    end() {
      if (header === undefined) throw new BadFile('empty');
      finish();
    },
  };
}
