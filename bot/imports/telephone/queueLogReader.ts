import type { Call } from '../../../shared/fact/call.ts';
import type { CsvRecord } from '../csv/csvRecord.ts';
import type { ReadContext } from '../source.ts';
import { callMoments, type Instant } from './callMoments.ts';
import type { CallSink } from './callSink.ts';
import { isQueueExit, type QueueExit, readQueueExit } from './queueEvent.ts';
import { queueDepartments } from './queueMapping.ts';
import type { CallReader } from './readCalls.ts';
import { Recent } from './recent.ts';
import { RecordCheck } from './recordCheck.ts';

/** So many callers are remembered: more than are on the line in the largest municipality at once. */
const mostRemembered = 4096;

const time = 0;
const call = 1;
const queue = 2;
const event = 4;

interface Mapping {
  readonly queues: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
}

export function queueLogReader(
  { mapping, municipality, now }: ReadContext<Mapping>,
  sink: CallSink,
): CallReader {
  const departmentOf = queueDepartments(municipality, mapping);
  const moments = callMoments('UTC', now);
  /** When callers who left a queue unanswered had come into it, by call and queue. */
  const unanswered = new Recent<Instant>(mostRemembered);
  /** Calls that were put through, by call: whatever comes after that is part of it. */
  const transferred = new Recent<Call>(mostRemembered);

  function take(record: CsvRecord): void {
    sink.count();
    const check = new RecordCheck(record.line);
    const ended = record.number(time);
    // Half a line, or one of another file.
    if (Number.isNaN(ended)) check.refuse('time', 'notATime');
    else if (record.fieldCount <= event) check.refuse('', 'fieldCount');
    else takeEvent(record, ended, check);
    if (check.refusal !== undefined) sink.refuse(check.refusal);
  }

  function takeEvent(record: CsvRecord, ended: Instant, check: RecordCheck): void {
    const name = record.text(event);
    const department = isQueueExit(name) ? departmentOf(record.text(queue)) : '';
    if (department === '') return;
    if (department === undefined) check.refuse('queuename', 'unknownDepartment');
    check.refuseIf('time', moments.whyNotThen(ended));
    if (record.text(call) === '') check.refuse('callid', 'missing');
    const exit = readQueueExit(record, name, check);
    if (check.refusal === undefined && department !== undefined) takeExit(record, ended, exit, department);
  }

  function takeExit(record: CsvRecord, ended: Instant, exit: QueueExit, department: string): void {
    const made = callOf(record, ended, exit, department);
    if (isPartOfTransfer(record.text(call), made)) return;
    sink.add(made);
    if (exit.isTransferred) transferred.keep(record.text(call), made);
  }

  function callOf(record: CsvRecord, ended: Instant, exit: QueueExit, department: string): Call {
    const id = `${record.text(call)}/${record.text(queue)}`;
    const { talkSeconds = 0 } = exit;
    const isAnswered = exit.talkSeconds !== undefined;
    const left = ended - talkSeconds;
    const entered = Math.min(left - exit.waitSeconds, unanswered.get(id) ?? left);
    if (isAnswered) unanswered.delete(id);
    else unanswered.keep(id, entered);
    const waitSeconds = left - entered;
    const transfer = undefined;
    return { id, ...moments.placeOf(entered), department, waitSeconds, talkSeconds, isAnswered, transfer };
  }

  /** Whether it is how an earlier call went on: that is given again, with what became of it. */
  function isPartOfTransfer(callId: string, { department, isAnswered }: Call): boolean {
    const first = transferred.get(callId);
    if (first === undefined || first.department === department) return false;
    if (first.transfer?.isPickedUp !== true) {
      const isPickedUp = isAnswered;
      const known = {
        ...first,
        transfer: { department: first.transfer?.department ?? department, isPickedUp },
      };
      transferred.keep(callId, known);
      sink.add(known);
    }
    return true;
  }

  return { take, end: () => undefined };
}
