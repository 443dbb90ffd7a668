import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { threeCxCdr } from '../../../../bot/imports/threeCxCdr.ts';
import type { Call } from '../../../../shared/fact/call.ts';
import { readCallsOf, whyBad } from './reading.ts';

const mapping = {
  queues: { 800: 'kcc', 801: 'kcc', 810: 'kcc', 830: 'grondzaken', '0101234567': 'vergunningen' },
  ignore: ['899'],
  extensions: { 301: 'grondzaken', 202: 'kcc' },
};

/** All fields in 3CX's order, as v20 writes them; the caller is 0612345678. */
const usual = {
  historyid: 'Call 265500',
  callid: '89d3af2d8f010000_3456',
  duration: '00:03:20',
  'time-start': '2026/11/24 09:00:00',
  'time-answered': '2026/11/24 09:00:35',
  'time-end': '2026/11/24 09:03:55',
  'reason-terminated': 'TerminatedByDst',
  'from-no': '0612345678',
  'to-no': 'Ext.800',
  'from-dn': '10001',
  'to-dn': '800',
  'dial-no': '800',
  'reason-changed': 'ReplacedDst',
  'final-number': 'Ext.202',
  'final-dn': '202',
  'bill-code': '',
  'bill-rate': '',
  'bill-cost': '',
  'bill-name': '',
  chain: 'Chain: 0612345678;Ext.800;Ext.202;',
  'from-type': 'Line',
  'to-type': 'Queue',
  'final-type': 'Extension',
  'from-dispname': '0612345678',
  'to-dispname': 'KCC',
  'final-dispname': 'Noor Balie',
  'missed-queue-calls': '',
};
type Field = keyof typeof usual;

function line(changes: Partial<Record<Field, string>> = {}): string {
  return `${Object.values({ ...usual, ...changes }).join(',')}\r\n`;
}

const hungUp = {
  'reason-changed': '',
  'final-number': '',
  'final-dn': '',
  'final-type': '',
  chain: 'Chain: 0612345678;Ext.800;',
};

const read = (text: string, changes: object = {}, chunkSize?: number) =>
  readCallsOf(threeCxCdr, { ...mapping, ...changes }, text, chunkSize);

async function onlyCall(changes: Partial<Record<Field, string>> = {}): Promise<Call> {
  const { calls, refused } = await read(line(changes));
  expect(refused).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0] as Call;
}

describe('cdr.log of 3CX v20', () => {
  it('reads a call that a colleague of the queue took, in Dutch time', async () => {
    expect(await onlyCall()).toEqual({
      id: '89d3af2d8f010000_3456/800',
      day: '2026-11-24',
      second: 36_000,
      department: 'kcc',
      waitSeconds: 35,
      talkSeconds: 200,
      isAnswered: true,
      transfer: undefined,
    });
  });

  it.each([
    ['when the caller hangs up', hungUp],
    ['when the queue itself picked up', { ...hungUp, 'time-answered': '2026/11/24 09:00:00' }],
    [
      'by a mailbox',
      { 'final-type': 'VMail', 'final-dn': '999', chain: 'Chain: 0612345678;Ext.800;Ext.999;' },
    ],
    [
      'by the next queue',
      {
        'reason-changed': 'QFwdToDNA',
        'final-type': 'Queue',
        'final-dn': '805',
        chain: 'Chain: 06;Ext.800;Ext.805;',
      },
    ],
    ['without a time of answering', { 'time-answered': '' }],
  ])('is not answered %s', async (_, changes) => {
    expect(await onlyCall(changes)).toMatchObject({ isAnswered: false, waitSeconds: 235, talkSeconds: 0 });
  });

  it.each([
    [
      'an unknown queue that it went on to',
      { 'reason-changed': 'QFwdToDNA', chain: 'Chain: 06;Ext.800;Ext.805;Ext.202;' },
    ],
    [
      'a digital receptionist before the queue',
      { 'to-dn': '700', 'to-type': 'Ivr', chain: 'Chain: 06;Ext.700;Ext.800;Ext.202;' },
    ],
    [
      'the new names and small letters of later versions',
      {
        'reason-terminated': 'src_participant_terminated',
        'from-type': 'external_line',
        'to-type': 'queue',
        'final-type': 'extension',
      },
    ],
    ['a file without a chain', { chain: '' }],
  ])('is answered, with %s', async (_, changes) => {
    expect(await onlyCall(changes)).toMatchObject({
      isAnswered: true,
      waitSeconds: 35,
      transfer: undefined,
      department: 'kcc',
    });
  });

  it('is answered at a group whose telephones ring together', async () => {
    const call = await onlyCall({
      ...hungUp,
      'to-dn': '810',
      'to-type': 'RingGroup',
      chain: 'Chain: 06;Ext.810;',
    });
    expect(call).toMatchObject({ isAnswered: true, waitSeconds: 35 });
  });

  it('knows a department by the number that was dialled', async () => {
    const call = await onlyCall({
      ...hungUp,
      'to-dn': '202',
      'to-type': 'Extension',
      'dial-no': '0101234567',
      chain: '',
    });
    expect(call).toMatchObject({ department: 'vergunningen' });
  });

  it.each([
    ['picked up', { 'final-dn': '301', chain: 'Chain: 06;Ext.800;Ext.202;Ext.301;' }, true],
    [
      'picked up in its queue',
      { 'final-dn': '309', chain: 'Chain: 06;Ext.800;Ext.202;Ext.830;Ext.309;' },
      true,
    ],
    [
      'not picked up',
      {
        'reason-changed': 'FailedBXferOfDst',
        'final-dn': '301',
        chain: 'Chain: 06;Ext.800;Ext.202;Ext.301;',
      },
      false,
    ],
    [
      'for the mailbox',
      { 'final-dn': '999', 'final-type': 'VMail', chain: 'Chain: 06;Ext.800;Ext.202;Ext.301;Ext.999;' },
      false,
    ],
  ])('sees in the chain a transfer that was %s', async (_, changes, isPickedUp) => {
    const { isAnswered, transfer } = await onlyCall(changes);
    expect({ isAnswered, transfer }).toEqual({
      isAnswered: true,
      transfer: { department: 'grondzaken', isPickedUp },
    });
  });

  it('sees no transfer where the department itself was called', async () => {
    const call = await onlyCall({ 'to-dn': '830', 'final-dn': '301', chain: 'Chain: 06;Ext.830;Ext.301;' });
    expect(call).toMatchObject({ department: 'grondzaken', transfer: undefined });
  });

  it('looks at calls that go out, stay inside, come to somebody directly or do not count, and leaves them', async () => {
    const text = [
      line({ 'from-type': 'Extension', 'to-type': 'Line', 'to-dn': '10001' }),
      line({ 'from-type': 'Extension' }),
      line({
        ...hungUp,
        'to-dn': '201',
        'to-type': 'Extension',
        'dial-no': '201',
        chain: 'Chain: 06;Ext.201;',
      }),
      line({ ...hungUp, 'to-dn': '899', 'dial-no': '899', chain: 'Chain: 06;Ext.899;' }),
    ];
    const { calls, refused, records } = await read(text.join(''));
    expect({ calls, refused, records }).toEqual({ calls: [], refused: [], records: 4 });
  });

  it('reads past the commas in names', async () => {
    const name = 'Balie, Noor, "KCC"';
    const call = await onlyCall({ 'from-dispname': name, 'final-dispname': name });
    expect(call).toMatchObject({ waitSeconds: 35, talkSeconds: 200 });
  });

  it('reads a field that comes after the names, but not one between them that a comma hides', async () => {
    const moved = (place: number) => {
      const fields = Object.keys(usual).filter((field) => field !== 'time-end') as Field[];
      fields.splice(place, 0, 'time-end');
      const values: Record<Field, string> = { ...usual, 'from-dispname': 'Balie, Noor' };
      return read(`${fields.map((field) => values[field]).join(',')}\r\n`, { fields });
    };
    expect((await moved(26)).calls).toHaveLength(1);
    expect((await moved(24)).refused).toEqual(['1 fieldCount']);
  });

  it('takes the order of a header line, where a tool added one', async () => {
    const fields = Object.keys(usual).toReversed() as Field[];
    const text = `${fields.join(',')}\n${fields.map((field) => usual[field]).join(',')}\n`;
    const { calls, records } = await read(text);
    expect({ waits: calls.map(({ waitSeconds }) => waitSeconds), records }).toEqual({
      waits: [35],
      records: 1,
    });
  });

  it('counts a call once, however often its line comes', async () => {
    const { calls } = await read(line() + line());
    expect(new Set(calls.map(({ id }) => id)).size).toBe(1);
  });

  it('refuses what it cannot use by line and field, and takes the rest', async () => {
    const text = [
      line({ 'to-dn': '805', 'dial-no': '805', chain: 'Chain: 06;Ext.805;Ext.202;' }),
      line({ callid: '' }),
      line({ 'time-start': '24-11-2026' }),
      line({ 'time-end': '2026/11/31 09:03:55' }),
      line({ 'time-answered': '2026/11/24 08:59:00' }),
      line({ 'time-end': '2026/11/24 09:00:10' }),
      line({ 'time-end': '2026/11/26 09:00:10' }),
      line(),
      'Call 265501,89d3af2d8f010000_3457,00:03:20,2026/11/2',
    ];
    const { calls, refused, records } = await read(text.join(''));
    expect(refused).toEqual([
      '1 to-dn unknownDepartment',
      '2 callid missing',
      '3 time-start notATime',
      '4 time-end notADay',
      '5 time-answered wrongOrder',
      '6 time-end wrongOrder',
      '7 time-end inFuture',
      '9 fieldCount',
    ]);
    expect([calls.length, records]).toEqual([1, 9]);
  });

  it('is right about the wait in the night that winter time begins', async () => {
    const call = await onlyCall({
      'time-start': '2026/10/25 00:59:30',
      'time-answered': '2026/10/25 01:00:30',
      'time-end': '2026/10/25 01:02:00',
    });
    expect(call).toMatchObject({ day: '2026-10-25', second: 10_770, waitSeconds: 60, talkSeconds: 90 });
  });

  it('gives the same calls however the file is cut', async () => {
    const text = line() + line({ callid: 'other', 'from-dispname': 'Ömer, Kok' });
    const whole = await read(text);
    expect(whole.calls).toHaveLength(2);
    for (const size of [1, 5, 300]) expect(await read(text, {}, size)).toEqual(whole);
  });
});

describe('cdr.log of 3CX until v18', () => {
  it('is refused as a whole, for a queue picks up by itself and the wait is nowhere', async () => {
    const atOnce = line({ 'time-answered': '2026/11/24 09:00:01' });
    expect(await whyBad(read(atOnce + line() + atOnce))).toEqual(['otherFormat', 'time-answered']);
  });

  it('is taken when only now and then somebody is that fast', async () => {
    const atOnce = line({ 'time-answered': '2026/11/24 09:00:01' });
    expect((await read(atOnce + line() + line())).calls).toHaveLength(3);
  });
});

describe('mapping', () => {
  it('asks for the fields that nobody can do without', () => {
    const fields = Object.keys(usual).filter((field) => field !== 'to-type');
    const parsed = v.safeParse(threeCxCdr.mapping, { ...mapping, fields });
    expect(parsed.issues?.[0].message).toContain('to-type');
  });

  it('does not take a word that it does not know', () => {
    expect(v.safeParse(threeCxCdr.mapping, { ...mapping, queue: {} }).success).toBe(false);
  });
});
