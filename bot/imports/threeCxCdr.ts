import * as v from 'valibot';
import { TimeZone } from './csv/csvMapping.ts';
import { delimiters } from './csv/delimiter.ts';
import type { FileSource } from './source.ts';
import { extensionEntries, queueEntries } from './telephone/queueMapping.ts';
import { readCalls } from './telephone/readCalls.ts';
import { threeCxCdrReader } from './telephone/threeCxCdrReader.ts';
import { neededFields, threeCxFields } from './telephone/threeCxFields.ts';

const Order = v.pipe(
  v.array(v.picklist(threeCxFields, `expected ${threeCxFields.join(', ')}`)),
  v.check(
    (fields) => neededFields.every((field) => fields.includes(field)),
    `expected at least ${neededFields.join(', ')}`,
  ),
);

const MappingSchema = v.strictObject({
  ...queueEntries,
  ...extensionEntries,
  /** What the administrator chose in 3CX under CDR, in that order. Default: all, in the order of 3CX's list. */
  fields: v.optional(Order, [...threeCxFields]),
  /** Default: the one that the first line uses. */
  delimiter: v.optional(v.picklist([...delimiters, 'detect']), 'detect'),
  /** Default: UTC, which 3CX writes whatever its clock shows. */
  timeZone: v.optional(TimeZone, 'UTC'),
});

/**
 * The call data records of 3CX, `cdr.log` or a CSV file made of it: a line for each call that has ended. Read
 * in 3CX's page on CDR and in some 3,300 lines that a 3CX v16 wrote, and single ones of v18 and v20.
 *
 *     Call 23194,00000172FF13E364_4449,00:03:43,2020/06/29 07:56:32,2020/06/29 07:56:33,…,
 *     Chain: 0612345678;Ext.611;Ext.194;,Line,Queue,Extension,…
 *
 * - A call from outside has `from-type` Line. The queue is the first place in `to-dn`, the chain and `dial-no`
 *   that the mapping knows: a digital receptionist may come before it.
 * - Waited is from the start to `time-answered`; what comes before the queue is part of it. Until v18 a queue
 *   picks up by itself, which is what `time-answered` says then; when a colleague did is nowhere. A file in
 *   which most calls of queues are answered within a second is refused as a whole for that reason: import the
 *   call report instead (`3cx-report`).
 * - The end of the first conversation is not there either: talked is until the end of the call, whoever it was
 *   put through to.
 * - A transfer shows in the chain: after the colleague who answered comes whom the caller was put through to.
 * - `reason-terminated` says who hung up (TerminatedBySrc, TerminatedByDst; since v20
 *   src_participant_terminated and so on) or why it failed; whether it was answered is said better by
 *   `time-answered` and the type of where it ended.
 * - Names are not quoted: a comma in one is allowed for.
 */
export const threeCxCdr: FileSource<'calls', v.InferOutput<typeof MappingSchema>> = {
  id: '3cx-cdr',
  kind: 'calls',
  mapping: MappingSchema,
  read: (file, context) => {
    const { delimiter } = context.mapping;
    return readCalls(file, { delimiter }, (sink) => threeCxCdrReader(context, sink));
  },
};
