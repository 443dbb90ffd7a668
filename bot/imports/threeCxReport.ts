import * as v from 'valibot';
import { TimeZone } from './csv/csvMapping.ts';
import type { FileSource } from './source.ts';
import { extensionEntries, queueEntries } from './telephone/queueMapping.ts';
import { readCalls } from './telephone/readCalls.ts';
import { threeCxReportReader } from './telephone/threeCxReportReader.ts';

const MappingSchema = v.strictObject({
  ...queueEntries,
  ...extensionEntries,
  /** Default: Europe/Amsterdam. */
  timeZone: TimeZone,
});

/**
 * The call report of 3CX as CSV, which is exported by hand or sent every week, in English. Read in some
 * 60,000 lines that a 3CX v20 wrote between November 2025 and February 2026:
 *
 *     Call Time,Call ID,From,To,Direction,Status,Ringing,Talking,Cost,Call Activity Details,…
 *
 * The times have no zone and are taken for local ones. v18 has another report, without Call ID: its lines
 * cannot be told to be of one call. The report of the queues with abandoned calls has no ids either, and says
 * nothing of the calls that were answered.
 *
 * - A call is several lines, one for every place where it was: they have one Call ID and stand together, the
 *   last first.
 * - A line with direction `Inbound Queue` is a wait in a queue. `Waiting` is answered, `Unanswered` is not, and
 *   `Talking` is how long the caller waited: the queue is who they were connected to.
 * - The first conversation is the next line that was `Answered`.
 * - `… was transferred to Name (123)` and `… was replaced by Name (123)` say to whom the caller was put through
 *   next; over a parking place as well. Whether that was picked up is in the line of 123.
 * - A queue that is closed and passes the caller on at once was not offered the call.
 * - Other lines that come from outside are calls to an extension or group. They count when the mapping knows
 *   it and the call began there.
 */
export const threeCxReport: FileSource<'calls', v.InferOutput<typeof MappingSchema>> = {
  id: '3cx-report',
  kind: 'calls',
  mapping: MappingSchema,
  read: (file, context) =>
    readCalls(file, { delimiter: 'detect' }, (sink) => threeCxReportReader(context, sink)),
};
