import type { CsvRecord } from '../csv/csvRecord.ts';
import type { RecordCheck } from './recordCheck.ts';

/** How a caller left a queue. */
export interface QueueExit {
  readonly waitSeconds: number;
  /** Undefined when nobody answered. */
  readonly talkSeconds: number | undefined;
  /** Put through by the colleague who answered, without waiting for an answer. */
  readonly isTransferred: boolean;
}

/** Where the parameters begin; before them come time, call, queue, agent and event. */
const firstParameter = 5;

/** Of events with which a caller goes unanswered: the parameter that says how long they waited, from 1. */
const waitOfUnanswered: ReadonlyMap<string, number> = new Map([
  // position|original position|wait
  ['ABANDON', 3],
  ['EXITEMPTY', 3],
  ['EXITWITHTIMEOUT', 3],
  // key|position|original position|wait
  ['EXITWITHKEY', 4],
]);

/** Of events with which a conversation ends: the same. How long they talked is in the next. */
const waitOfAnswered: ReadonlyMap<string, number> = new Map([
  // wait|talk|original position
  ['COMPLETEAGENT', 1],
  ['COMPLETECALLER', 1],
  // extension|context|wait|talk|original position; TRANSFER until version 11
  ['BLINDTRANSFER', 3],
  ['TRANSFER', 3],
]);

/** What comes before depends on the kind of transfer; wait|talk|original position are the last three. */
const attendedTransfer = 'ATTENDEDTRANSFER';

/** No call lasts longer. */
const longest = 24 * 60 * 60;

export function isQueueExit(event: string): boolean {
  return waitOfUnanswered.has(event) || waitOfAnswered.has(event) || event === attendedTransfer;
}

/** What an event says of the caller who leaves the queue with it. */
export function readQueueExit(record: CsvRecord, event: string, check: RecordCheck): QueueExit {
  const isTransferred = event === 'BLINDTRANSFER' || event === 'TRANSFER';
  const unanswered = waitOfUnanswered.get(event);
  if (unanswered !== undefined) {
    return { waitSeconds: secondsIn(record, unanswered, check), talkSeconds: undefined, isTransferred };
  }
  const answered = waitOfAnswered.get(event) ?? parametersIn(record) - 2;
  return {
    waitSeconds: secondsIn(record, answered, check),
    talkSeconds: secondsIn(record, answered + 1, check),
    isTransferred,
  };
}

/** Some writers of the log end it in empty ones. */
function parametersIn(record: CsvRecord): number {
  let last = record.fieldCount - 1;
  while (last >= firstParameter && record.start(last) >= record.end(last)) last--;
  return last - firstParameter + 1;
}

/** @param parameter from 1. */
function secondsIn(record: CsvRecord, parameter: number, check: RecordCheck): number {
  const column = `data${parameter}`;
  if (parameter < 1) check.refuse('', 'fieldCount');
  const field = firstParameter + parameter - 1;
  const seconds = record.number(field);
  if (Number.isNaN(seconds)) check.refuse(column, record.text(field) === '' ? 'missing' : 'notAWholeNumber');
  if (seconds > longest) check.refuse(column, 'outOfRange');
  return seconds;
}
