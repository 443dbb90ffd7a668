import { describe, expect, it } from 'vitest';
import { asteriskCdr } from '../../../../bot/imports/asteriskCdr.ts';
import type { Call } from '../../../../shared/fact/call.ts';
import { readCallsOf, whyBad } from './reading.ts';

const mapping = {
  queues: { kcc: 'kcc', grond: 'grondzaken', '0101234567': 'vergunningen' },
  ignore: ['test'],
  extensions: { 301: 'grondzaken', 401: 'vergunningen', 202: 'kcc' },
};

/** A record of somebody in queue kcc, as cdr_csv of Asterisk 18 writes it with all options on. */
const usual = {
  accountcode: '',
  src: '0612345678',
  dst: '600',
  dcontext: 'from-trunk',
  clid: '"Kok, ""Ömer""" <0612345678>',
  channel: 'PJSIP/trunk-00000001',
  dstchannel: 'PJSIP/202-00000002',
  lastapp: 'Queue',
  lastdata: 'kcc,tT,,,300',
  start: '2026-11-24 10:00:00',
  answer: '2026-11-24 10:00:35',
  end: '2026-11-24 10:03:55',
  duration: 235,
  billsec: 200,
  disposition: 'ANSWERED',
  amaflags: 'DOCUMENTATION',
  uniqueid: '1795510800.41',
  userfield: '',
  peeraccount: '',
  linkedid: '1795510800.41',
  sequence: 7,
};
type Changes = Partial<Record<keyof typeof usual, string | number>>;

function line(changes: Changes = {}, fields = Object.keys(usual) as (keyof typeof usual)[]): string {
  const values: Record<string, string | number> = { ...usual, ...changes };
  const texts = fields.map((field) => {
    const value = values[field] ?? '';
    return typeof value === 'number' ? value : `"${value.replaceAll('"', '""')}"`;
  });
  return `${texts.join(',')}\n`;
}

const read = (text: string, changes: object = {}, chunkSize?: number) =>
  readCallsOf(asteriskCdr, { ...mapping, ...changes }, text, chunkSize);

async function onlyCall(...lines: readonly string[]): Promise<Call> {
  const { calls, refused } = await read(lines.join(''));
  expect(refused).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0] as Call;
}

const missed = { disposition: 'NO ANSWER', billsec: 0, duration: 20 };
/** The queue rang two colleagues in turn, and after that the one who took it. */
const attempts = [
  line({ ...missed, dstchannel: 'PJSIP/201-00000002', sequence: 7 }),
  line({ ...missed, start: '2026-11-24 10:00:20', dstchannel: 'PJSIP/203-00000003', sequence: 8 }),
  line({ start: '2026-11-24 10:00:40', duration: 215, billsec: 200, sequence: 9 }),
];

describe('Master.csv of Asterisk 18', () => {
  it('reads a call that a colleague of the queue took', async () => {
    expect(await onlyCall(line())).toEqual({
      id: '1795510800.41/kcc',
      day: '2026-11-24',
      second: 36_000,
      department: 'kcc',
      waitSeconds: 35,
      talkSeconds: 200,
      isAnswered: true,
      transfer: undefined,
    });
  });

  it('puts the records of one call together, in any order, and waits since the first', async () => {
    const expected = { second: 36_000, waitSeconds: 55, talkSeconds: 200, isAnswered: true };
    expect(await onlyCall(...attempts)).toMatchObject(expected);
    expect(await onlyCall(...attempts.toReversed())).toMatchObject(expected);
  });

  it('knows the records of one call by their uniqueid, where there is no linkedid', async () => {
    const fields = Object.keys(usual).slice(0, 17) as (keyof typeof usual)[];
    const { calls } = await read(line(missed, fields) + line({ start: '2026-11-24 10:00:20' }, fields));
    expect(calls).toMatchObject([{ id: '1795510800.41/kcc', waitSeconds: 55 }]);
  });

  it.each([
    ['nobody answers', [line(missed), line({ ...missed, start: '2026-11-24 10:00:25' })], 45],
    ['Asterisk itself answered, and only music played', [line({ dstchannel: '', billsec: 235 })], 235],
    ['all are busy', [line({ ...missed, disposition: 'BUSY' })], 20],
  ])('is not answered when %s', async (_, lines, waitSeconds) => {
    expect(await onlyCall(...lines)).toMatchObject({ isAnswered: false, waitSeconds, talkSeconds: 0 });
  });

  it('counts a call to a number in the mapping', async () => {
    const call = await onlyCall(line({ dst: '0101234567', lastapp: 'Dial', lastdata: 'PJSIP/401,30' }));
    expect(call).toMatchObject({
      id: '1795510800.41/0101234567',
      department: 'vergunningen',
      waitSeconds: 35,
    });
  });

  it.each([
    ['by the caller’s own channel, picked up', { dst: '301', lastapp: 'Dial' }, true],
    ['by the caller’s own channel, missed', { dst: '301', lastapp: 'Dial', ...missed }, false],
    [
      'by a colleague who asked first',
      { src: '202', dst: '301', lastapp: 'Dial', uniqueid: '1795510900.55' },
      true,
    ],
    ['to a queue', { dst: '610', lastdata: 'grond,t' }, true],
    ['to a queue where nobody answers', { dst: '610', lastdata: 'grond,t', ...missed }, false],
  ])('sees a transfer %s', async (_, changes, isPickedUp) => {
    const call = await onlyCall(line(), line({ start: '2026-11-24 10:03:56', ...changes }));
    expect(call).toMatchObject({ department: 'kcc', transfer: { department: 'grondzaken', isPickedUp } });
  });

  it('makes two calls of a caller who goes on to another queue unanswered', async () => {
    const { calls } = await read(
      line(missed) + line({ lastdata: 'grond', start: '2026-11-24 10:00:20', duration: 60, billsec: 50 }),
    );
    expect(
      calls.map(({ department, waitSeconds, isAnswered }) => [department, waitSeconds, isAnswered]),
    ).toEqual([
      ['kcc', 20, false],
      ['grondzaken', 10, true],
    ]);
  });

  it('looks at calls that go out, stay inside or do not count, and leaves them', async () => {
    const { calls, refused, records } = await read(
      [
        line({ src: '202', dst: '0687654321', lastapp: 'Dial' }),
        line({ src: '202' }),
        line({ src: '0612345678', dst: '201', lastapp: 'Dial' }),
        line({ lastdata: 'test,t' }),
      ].join(''),
    );
    expect({ calls, refused, records }).toEqual({ calls: [], refused: [], records: 4 });
  });

  it('reads the table of the database with a header line', async () => {
    const columns =
      'calldate,clid,src,dst,dstchannel,lastapp,lastdata,duration,billsec,disposition,uniqueid,linkedid';
    const { calls } = await read(
      `${columns}\n2026-11-24 10:00:00,x,0612345678,600,PJSIP/202-2,Queue,"kcc,t",235,200,ANSWERED,1.41,1.41\n`,
    );
    expect(calls).toMatchObject([{ id: '1.41/kcc', waitSeconds: 35, talkSeconds: 200 }]);
  });

  it('is another file with a header line that lacks a column', async () => {
    const header = 'calldate,src,dst,dstchannel,lastapp,lastdata,duration,disposition,uniqueid\n';
    expect(await whyBad(read(header))).toEqual(['missingColumns', 'billsec']);
  });

  it('refuses what it cannot use by line and field, and takes the rest', async () => {
    const { calls, refused, records } = await read(
      [
        line({ lastdata: 'onbekend,t' }),
        line({ uniqueid: '', linkedid: '' }),
        line({ start: '24-11-2026 10:00' }),
        line({ billsec: 300 }),
        line({ duration: 'lang' }),
        line({ start: '2026-11-26 10:00:00' }),
        line({}, Object.keys(usual).slice(0, 16) as (keyof typeof usual)[]),
        line(),
        '"","0612345678","600","from-trunk","""Kok',
      ].join(''),
    );
    expect(refused).toEqual([
      '1 lastdata unknownDepartment',
      '2 uniqueid missing',
      '3 start notATime',
      '4 billsec outOfRange',
      '5 duration notATime',
      '6 start inFuture',
      '7 fieldCount',
      '9 openQuote',
    ]);
    expect([calls.length, records]).toEqual([1, 9]);
  });

  it('is refused as a whole where the dial plan answers before the queue, for the wait is nowhere', async () => {
    const answeredFirst = line({ billsec: 235 });
    expect(await whyBad(read(answeredFirst))).toEqual(['otherFormat', 'billsec']);
  });

  it.each([
    ['2026-03-29 03:00:00', 'Europe/Amsterdam', '2026-03-29', 10_800],
    ['2026-10-25 02:30:00', 'Europe/Amsterdam', '2026-10-25', 9000],
    ['2026-07-01 22:30:00', 'UTC', '2026-07-02', 1800],
  ])('knows the day of %s in %s', async (start, timeZone, day, second) => {
    const { calls } = await read(line({ start }), { timeZone });
    expect(calls).toMatchObject([{ day, second }]);
  });

  it('is right about the wait in the night that summer time begins', async () => {
    const call = await onlyCall(
      line({ ...missed, start: '2026-03-29 01:59:50' }),
      line({ start: '2026-03-29 03:00:10', duration: 100, billsec: 90 }),
    );
    expect(call).toMatchObject({ waitSeconds: 30, talkSeconds: 90 });
  });

  it('holds no more calls than end at once, and gives them all', async () => {
    const many = Array.from({ length: 2_500 }, (_, call) => line({ linkedid: `1795510800.${call}` }));
    const { calls } = await read(many.join(''), {}, 10_000);
    expect(calls).toHaveLength(2_500);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2_500);
  });

  it('gives the same calls however the file is cut', async () => {
    const whole = await read(attempts.join(''));
    expect(whole.calls).toHaveLength(1);
    for (const size of [1, 5, 300]) expect(await read(attempts.join(''), {}, size)).toEqual(whole);
  });
});
