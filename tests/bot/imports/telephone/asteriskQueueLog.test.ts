import { describe, expect, it } from 'vitest';
import { asteriskQueueLog } from '../../../../bot/imports/asteriskQueueLog.ts';
import type { Call } from '../../../../shared/fact/call.ts';
import { readCallsOf } from './reading.ts';

const mapping = { queues: { kcc: 'kcc', grond: 'grondzaken', balie: 'kcc' }, ignore: ['test'] };

/** 24 November 2026, 10:00:00 in the Netherlands. */
const ten = 1_795_510_800;

/** @param lines without the time, and the seconds after ten that it is. */
function log(...lines: readonly (readonly [second: number, line: string])[]): string {
  return lines.map(([second, line]) => `${ten + second}|${line}\n`).join('');
}

const read = (text: string, chunkSize?: number) => readCallsOf(asteriskQueueLog, mapping, text, chunkSize);

/** The only call that the lines tell of. */
async function onlyCall(...lines: readonly (readonly [number, string])[]): Promise<Call> {
  const { calls, refused } = await read(log(...lines));
  expect(refused).toEqual([]);
  const byId = new Map(calls.map((call) => [call.id, call]));
  expect(byId.size).toBe(1);
  return [...byId.values()][0] as Call;
}

describe('queue_log of Asterisk 18', () => {
  it('makes one call of all that happens to a caller, with wait and conversation', async () => {
    const call = await onlyCall(
      [0, '1795510799.41|kcc|NONE|ENTERQUEUE||0612345678|1'],
      [12, '1795510799.41|kcc|PJSIP/201|RINGNOANSWER|12000'],
      [35, '1795510799.41|kcc|PJSIP/202|CONNECT|35|1795510822.43|8'],
      [215, '1795510799.41|kcc|PJSIP/202|COMPLETECALLER|35|180|1'],
    );
    expect(call).toEqual({
      id: '1795510799.41/kcc',
      day: '2026-11-24',
      second: 36_000,
      department: 'kcc',
      waitSeconds: 35,
      talkSeconds: 180,
      isAnswered: true,
      transfer: undefined,
    });
  });

  it('needs only the last event, when the log was rotated during the call', async () => {
    const call = await onlyCall([215, '1795510799.41|kcc|PJSIP/202|COMPLETEAGENT|35|180|1']);
    expect(call).toMatchObject({ second: 36_000, waitSeconds: 35, talkSeconds: 180 });
  });

  it.each([
    ['hangs up', 'ABANDON|2|3|47'],
    ['waits too long', 'EXITWITHTIMEOUT|1|3|47'],
    ['chooses a key', 'EXITWITHKEY|1|2|3|47'],
    ['finds nobody logged in', 'EXITEMPTY|1|3|47'],
  ])('is not answered when the caller %s', async (_, event) => {
    const call = await onlyCall([47, `1795510799.41|kcc|NONE|${event}`]);
    expect(call).toMatchObject({ second: 36_000, waitSeconds: 47, talkSeconds: 0, isAnswered: false });
  });

  it.each([
    'BLINDTRANSFER|300|internal|20|60|1',
    'ATTENDEDTRANSFER|BRIDGE|4f1c-22|20|60|1',
    'ATTENDEDTRANSFER|LINK|PJSIP/202-1|PJSIP/300-2|20|60|1',
    'TRANSFER|300|internal|20|60|1',
    'COMPLETEAGENT|20|60|1||',
  ])('reads wait and conversation where they stand in %s', async (event) => {
    const call = await onlyCall([80, `1795510799.41|kcc|PJSIP/202|${event}`]);
    expect(call).toMatchObject({ second: 36_000, waitSeconds: 20, talkSeconds: 60, isAnswered: true });
    expect(call.transfer).toBeUndefined();
  });

  it('counts a caller who is sent round into the same queue once, waiting since the first time', async () => {
    const call = await onlyCall(
      [60, '1795510799.41|kcc|NONE|EXITWITHTIMEOUT|1|1|60'],
      [70, '1795510799.41|kcc|PJSIP/202|CONNECT|5|1795510822.43|5'],
      [100, '1795510799.41|kcc|PJSIP/202|COMPLETECALLER|5|30|1'],
    );
    expect(call).toMatchObject({ second: 36_000, waitSeconds: 70, talkSeconds: 30, isAnswered: true });
  });

  it('never waits less than nothing, however the lines were shuffled', async () => {
    const { calls } = await read(
      log([900, '1.1|kcc|NONE|EXITWITHTIMEOUT|1|1|60'], [100, '1.1|kcc|PJSIP/202|COMPLETECALLER|5|30|1']),
    );
    expect(calls.map(({ waitSeconds }) => waitSeconds)).toEqual([60, 5]);
  });

  it.each([
    ['COMPLETEAGENT|15|200|1', 340, true],
    ['ABANDON|1|1|40', 165, false],
  ])(
    'is a transfer when a colleague puts the caller through to another queue: %s',
    async (event, end, isPickedUp) => {
      const call = await onlyCall(
        [80, '1795510799.41|kcc|PJSIP/202|BLINDTRANSFER|300|internal|20|60|1'],
        [end, `1795510799.41|grond|PJSIP/301|${event}`],
      );
      expect(call).toMatchObject({ department: 'kcc', talkSeconds: 60 });
      expect(call.transfer).toEqual({ department: 'grondzaken', isPickedUp });
    },
  );

  it('picks up a transfer in the second round of the queue, and counts no second call', async () => {
    const call = await onlyCall(
      [80, '1795510799.41|kcc|PJSIP/202|BLINDTRANSFER|300|internal|20|60|1'],
      [140, '1795510799.41|grond|NONE|EXITWITHTIMEOUT|1|1|60'],
      [300, '1795510799.41|grond|PJSIP/301|COMPLETECALLER|50|100|1'],
    );
    expect(call.transfer).toEqual({ department: 'grondzaken', isPickedUp: true });
  });

  it('makes two calls of a caller who goes on to another queue unanswered', async () => {
    const { calls } = await read(
      log(
        [60, '1795510799.41|kcc|NONE|EXITWITHTIMEOUT|1|1|60'],
        [100, '1795510799.41|grond|PJSIP/301|COMPLETECALLER|10|30|1'],
      ),
    );
    expect(calls.map(({ id, department, isAnswered }) => [id, department, isAnswered])).toEqual([
      ['1795510799.41/kcc', 'kcc', false],
      ['1795510799.41/grond', 'grondzaken', true],
    ]);
  });

  it('looks at every event and leaves those that say nothing of a caller who leaves, unknown ones too', async () => {
    const { calls, refused, records } = await read(
      log(
        [0, 'NONE|NONE|NONE|QUEUESTART|'],
        [1, 'NONE|kcc|PJSIP/201|ADDMEMBER|'],
        [2, 'MANAGER|kcc|PJSIP/201|PAUSE|lunch'],
        [3, '1795510799.41|kcc|NONE|SOMETHINGNEW|1|2|3'],
        [4, '1795510799.41|kcc|NONE|constructor|1|2|3'],
        [5, '1795510799.41|test|NONE|ABANDON|1|1|3'],
      ),
    );
    expect({ calls, refused, records }).toEqual({ calls: [], refused: [], records: 6 });
  });

  it('refuses what it cannot use by line and field, and takes the rest', async () => {
    const text = log(
      [0, '1.1|onbekend|NONE|ABANDON|1|1|3'],
      [1, '1.2|kcc|NONE|EXITWITHTIMEOUT|1'],
      [2, '1.3|kcc|PJSIP/201|COMPLETECALLER|tien|20|1'],
      [3, '|kcc|NONE|ABANDON|1|1|3'],
      [4, '1.5|kcc|NONE|ABANDON|1|1|300000'],
      [5, '1.6|kcc|PJSIP/201|ATTENDEDTRANSFER|20'],
      [86_400, '1.7|kcc|NONE|ABANDON|1|1|3'],
      [200_000, '1.8|kcc|NONE|ABANDON|1|1|3'],
    );
    const half = '10800|1.9|kcc|NONE|ABANDON|1|1|3\n';
    const nonsense = '999999999999999|1.10|kcc|NONE|ABANDON|1|1|3\n';
    const { calls, refused, records } = await read(`${text}${half}${nonsense}17955108`);
    expect(refused).toEqual([
      '1 queuename unknownDepartment',
      '2 data3 missing',
      '3 data1 notAWholeNumber',
      '4 callid missing',
      '5 data3 outOfRange',
      '6 fieldCount',
      '8 time inFuture',
      '9 time outOfRange',
      '10 time inFuture',
      '11 fieldCount',
    ]);
    expect(calls.map(({ id }) => id)).toEqual(['1.7/kcc']);
    expect(records).toBe(11);
  });

  it.each([
    ['summer time', 1_774_742_399, '2026-03-29', 3599],
    ['the hour before summer time', 1_774_745_999, '2026-03-29', 7199],
    ['the hour after it', 1_774_746_000, '2026-03-29', 10_800],
    ['the second 02:30 of the night that winter time begins', 1_792_891_800, '2026-10-25', 9000],
  ])('knows day and time in %s', async (_, epoch, day, second) => {
    const { calls } = await read(`${epoch}|1.1|kcc|NONE|ABANDON|1|1|0\n`);
    expect(calls).toMatchObject([{ day, second }]);
  });

  it('gives the same calls however the file is cut', async () => {
    const text = log(
      [60, '1.1|kcc|NONE|EXITWITHTIMEOUT|1|1|60'],
      [80, '1.2|kcc|PJSIP/Jan "de" Vries|BLINDTRANSFER|300|internal|20|60|1'],
      [100, '1.1|kcc|PJSIP/202|COMPLETECALLER|5|30|1'],
      [165, '1.2|grond|NONE|ABANDON|1|1|40'],
    );
    const whole = await read(text);
    expect(whole.calls).toHaveLength(4);
    for (const size of [1, 2, 7, 64]) expect(await read(text, size)).toEqual(whole);
  });
});
