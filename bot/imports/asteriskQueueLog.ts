import * as v from 'valibot';
import type { FileSource } from './source.ts';
import { queueLogReader } from './telephone/queueLogReader.ts';
import { queueEntries } from './telephone/queueMapping.ts';
import { readCalls } from './telephone/readCalls.ts';

const MappingSchema = v.strictObject(queueEntries);

/**
 * The queue log of Asterisk, `/var/log/asterisk/queue_log`: a line for each thing that happens to a caller or
 * a colleague, with `|` between the fields: time in seconds since the epoch, call, queue, agent, event, and
 * the event's parameters. Read in doc/queuelog of 1.4 and 1.8 and in apps/app_queue.c of 16 and 18; later
 * versions write the same.
 *
 * Who waited and talked how long stands in the event with which it ends, so that a call that begins in one
 * file and ends in the next needs only the second. Two things need the lines before, in the same file:
 *
 * - A caller who leaves a queue unanswered and comes back into the same one, by the dial plan, is one call that
 *   waited since the first time.
 * - A colleague who puts a caller through is known to have reached somebody only when that is another queue:
 *   the log does not follow the caller elsewhere. Such a call is one call of the first queue, with a transfer;
 *   of other transfers nothing is said.
 *
 * Before version 1.6 some events lacked the time that a caller waited; those lines are refused.
 */
export const asteriskQueueLog: FileSource<'calls', v.InferOutput<typeof MappingSchema>> = {
  id: 'asterisk-queue',
  kind: 'calls',
  mapping: MappingSchema,
  read: (file, context) => readCalls(file, { delimiter: '|' }, (sink) => queueLogReader(context, sink)),
};
