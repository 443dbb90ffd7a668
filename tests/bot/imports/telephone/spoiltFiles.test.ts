import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asteriskCdr } from '../../../../bot/imports/asteriskCdr.ts';
import { asteriskQueueLog } from '../../../../bot/imports/asteriskQueueLog.ts';
import type { FileSource } from '../../../../bot/imports/source.ts';
import { threeCxCdr } from '../../../../bot/imports/threeCxCdr.ts';
import { threeCxReport } from '../../../../bot/imports/threeCxReport.ts';
import type { Call } from '../../../../shared/fact/call.ts';
import { BadFile } from '../../../../shared/fact/refusal.ts';
import { readCallsOf } from './reading.ts';

const mapping = { queues: { 800: 'kcc', 830: 'grondzaken' } };

const samples: readonly (readonly [FileSource<'calls'>, string])[] = [
  [
    asteriskQueueLog,
    '1795510835|1.41|800|SIP/202|BLINDTRANSFER|301|internal|35|180|1\n1795511000|1.41|830|NONE|ABANDON|1|1|20\n',
  ],
  [
    asteriskCdr,
    '"","0612345678","800","q","""K"" <06>","SIP/t-1","SIP/202-2","Queue","800,t","2026-11-24 10:00:00","","",235,200,"ANSWERED","DOC","1.41"\n',
  ],
  [
    threeCxCdr,
    'Call 1,1,00:03:20,2026/11/24 09:00:00,2026/11/24 09:00:35,2026/11/24 09:03:55,TerminatedByDst,06,Ext.800,10001,800,800,ReplacedDst,Ext.202,202,,,,,Chain: 06;Ext.800;Ext.202;,Line,Queue,Extension,06,KCC,Noor,\n',
  ],
  [
    threeCxReport,
    'Call Time,Call ID,From,To,Direction,Status,Ringing,Talking,Cost,Call Activity Details\n2026-11-24T10:00:30,1,06,"B, N (202)",Inbound,Answered,00:00:05,00:01:25,0,06 was transferred to G (830)\n2026-11-24T10:00:00,1,06,KCC (800),Inbound Queue,Waiting,00:00:00,00:00:35,0,KCC (800) was replaced by "B, N (202)\n',
  ],
];

/** Some places of a text, and what stands there instead. */
const damage = fc.array(
  fc.record({
    at: fc.nat(600),
    length: fc.nat(12),
    text: fc.oneof(
      fc.constantFrom(
        '"',
        '|',
        ',',
        '\n',
        '',
        '-1',
        '99999999999999',
        '1e9',
        'NaN',
        '0000/00/00',
        '24:61:61',
        ')',
        '→',
      ),
      fc.string({ maxLength: 6 }),
    ),
  }),
  { maxLength: 5 },
);

describe('a spoilt file', () => {
  it.each(samples.map(([source, text]) => ({ source, text, id: source.id })))(
    'of $id gives whole calls and refusals, or is refused itself',
    async ({ source, text }) => {
      await fc.assert(
        fc.asyncProperty(damage, async (spots) => {
          const spoilt = spots.reduce(
            (all, { at, length, text: put }) => all.slice(0, at) + put + all.slice(at + length),
            text,
          );
          const read = readCallsOf(source, mapping, spoilt).catch((error: unknown) => error);
          const reading = await read;
          if (reading instanceof BadFile) return;
          if (reading instanceof Error) throw reading;
          for (const call of (reading as { calls: Call[] }).calls) expectWhole(call);
        }),
        { numRuns: 100 },
      );
    },
  );
});

function expectWhole({ id, day, second, waitSeconds, talkSeconds, isAnswered }: Call): void {
  expect(id).not.toBe('');
  expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
  for (const seconds of [second, waitSeconds, talkSeconds]) expect(seconds).toBeGreaterThanOrEqual(0);
  expect(second).toBeLessThan(86_400);
  if (!isAnswered) expect(talkSeconds).toBe(0);
}
