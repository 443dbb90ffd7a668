import * as v from 'valibot';
import { TimeZone } from './csv/csvMapping.ts';
import type { FileSource } from './source.ts';
import { asteriskCdrReader } from './telephone/asteriskCdrReader.ts';
import { extensionEntries, queueEntries } from './telephone/queueMapping.ts';
import { readCalls } from './telephone/readCalls.ts';

const MappingSchema = v.strictObject({
  ...queueEntries,
  ...extensionEntries,
  /** Default: Europe/Amsterdam, that of the server. UTC where cdr.conf says `usegmtime=yes`. */
  timeZone: TimeZone,
});

/**
 * The call detail records of Asterisk: `/var/log/asterisk/cdr-csv/Master.csv`, or a CSV file of the table
 * `cdr` with a header line. Read in cdr/cdr_csv.c of 1.2 to 20 and in the CDR Specification of version 12,
 * which made a record for every two parties of a call.
 *
 *     accountcode,src,dst,dcontext,clid,channel,dstchannel,lastapp,lastdata,start,answer,end,duration,billsec,
 *     disposition,amaflags[,uniqueid[,userfield]][,peeraccount,linkedid,sequence]
 *
 * cdr.conf must say `loguniqueid=yes`; with `newcdrcolumns=yes` the records of one call are known by their
 * linkedid, and otherwise by their uniqueid.
 *
 * - A call counts when the mapping knows its queue (the first argument of Queue, in `lastdata`) or the number
 *   that was dialled (`dst`). Who calls from a number of at most six digits is a colleague.
 * - Answered is a record with disposition ANSWERED and somebody at the other end (`dstchannel`): a caller who
 *   only heard music was answered by Asterisk.
 * - Waited is from the first record until the answer, `start` + `duration` - `billsec`: the table has no column
 *   for it. Where the dial plan answers before Queue, as FreePBX does,
 *   that is the moment at which Asterisk itself picked up, and nothing says when a colleague did. A file in which
 *   most calls of queues are answered within a second is refused as a whole for that reason: import the queue
 *   log instead (`asterisk-queue`).
 * - A transfer is a later record of the same call to an extension that the mapping knows.
 */
export const asteriskCdr: FileSource<'calls', v.InferOutput<typeof MappingSchema>> = {
  id: 'asterisk-cdr',
  kind: 'calls',
  mapping: MappingSchema,
  read: (file, context) => readCalls(file, { delimiter: ',' }, (sink) => asteriskCdrReader(context, sink)),
};
