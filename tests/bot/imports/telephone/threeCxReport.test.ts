import { describe, expect, it } from 'vitest';
import { threeCxReport } from '../../../../bot/imports/threeCxReport.ts';
import type { Call } from '../../../../shared/fact/call.ts';
import { readCallsOf, whyBad } from './reading.ts';

const mapping = {
  queues: { 800: 'kcc', 820: 'kcc', 830: 'grondzaken' },
  ignore: ['899'],
  extensions: { 301: 'grondzaken', 401: 'vergunningen', 202: 'kcc' },
};

const header =
  '\uFEFFCall Time,Call ID,From,To,Direction,Status,Ringing,Talking,Cost,Call Activity Details,Sentiment,Summary,Transcription\r\n';

const read = (rows: string, chunkSize?: number) =>
  readCallsOf(threeCxReport, mapping, header + rows, chunkSize);

/** A row as v20 writes it. */
function row(
  time: string,
  to: string,
  [direction, status]: readonly [direction: string, status: string],
  [ringing, talking]: readonly [ringing: string, talking: string],
  details = '',
): string {
  return `2026-11-24T${time},00000000-01dc-620f-82cd-ee4a00001237,0612345678,"${to}",${direction},${status},00:${ringing},00:${talking},0.00,"${details}",,,\r\n`;
}

const queue = ['Inbound Queue', 'Waiting'] as const;
const given = ['Inbound Queue', 'Unanswered'] as const;
const answered = ['Inbound', 'Answered'] as const;
const missed = ['Inbound', 'Unanswered'] as const;
const arrival = 'Inbound: 0612345678:KCC (0612345678) → Via trunk: Trunk (31501234567) →';

async function onlyCall(...rows: readonly string[]): Promise<Call> {
  const { calls, refused } = await read(rows.join(''));
  expect(refused).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0] as Call;
}

describe('call report of 3CX v20', () => {
  it('makes one call of the lines of a queue, a colleague who missed it and one who took it', async () => {
    const call = await onlyCall(
      row('10:01:05', 'Balie, Noor (202)', answered, ['00:06', '03:20'], 'Ended by Balie, Noor (202)'),
      row('10:00:30', 'Loket, Sem (201)', missed, ['00:20', '00:00'], 'Busy'),
      row(
        '10:00:00',
        'KCC (800)',
        queue,
        ['00:00', '01:11'],
        `${arrival} KCC (800) was replaced by Balie, Noor (202)`,
      ),
    );
    expect(call).toEqual({
      id: '00000000-01dc-620f-82cd-ee4a00001237/800',
      day: '2026-11-24',
      second: 36_000,
      department: 'kcc',
      waitSeconds: 71,
      talkSeconds: 200,
      isAnswered: true,
      transfer: undefined,
    });
  });

  it('is not answered when the caller hangs up', async () => {
    const call = await onlyCall(
      row('10:00:00', 'KCC (800)', given, ['00:00', '00:52'], `${arrival} Ended by 0612345678`),
    );
    expect(call).toMatchObject({ waitSeconds: 52, talkSeconds: 0, isAnswered: false });
  });

  it('is not answered by a mailbox', async () => {
    const call = await onlyCall(
      row('10:00:40', 'Voicemail Box (001)', answered, ['00:00', '00:29'], 'Ended by 0612345678'),
      row(
        '10:00:00',
        'KCC (800)',
        given,
        ['00:00', '00:40'],
        'No answer, call forwarded to Voicemail Box (001)',
      ),
    );
    expect(call).toMatchObject({ waitSeconds: 40, isAnswered: false });
  });

  it('does not count a call to a queue that is closed', async () => {
    const { calls, records } = await read(
      row(
        '19:00:00',
        'KCC (800)',
        given,
        ['00:00', '00:00'],
        `${arrival} KCC (800) → Out of office, call forwarded to Voice Agent`,
      ),
    );
    expect({ calls, records }).toEqual({ calls: [], records: 1 });
  });

  it.each([
    [answered, true],
    [missed, false],
  ])(
    'sees whether a transfer to a colleague of a department was picked up: %s',
    async (status, isPickedUp) => {
      const call = await onlyCall(
        row('10:02:00', 'Kavel, Bo (301)', status, ['00:10', '02:00'], 'Ended by 0612345678'),
        row(
          '10:00:30',
          'Balie, Noor (202)',
          answered,
          ['00:05', '01:25'],
          '0612345678 was transferred to Kavel, Bo (301)',
        ),
        row(
          '10:00:00',
          'KCC (800)',
          queue,
          ['00:00', '00:35'],
          'KCC (800) was replaced by Balie, Noor (202)',
        ),
      );
      expect(call).toMatchObject({ talkSeconds: 85, transfer: { department: 'grondzaken', isPickedUp } });
    },
  );

  it('follows the caller over a parking place and a close colleague to the department', async () => {
    const call = await onlyCall(
      row('10:03:00', 'Kavel, Bo (301)', answered, ['00:02', '01:00'], 'Ended by 0612345678'),
      row(
        '10:02:00',
        'Loket, Sem (202)',
        answered,
        ['00:00', '00:50'],
        'Loket, Sem (202) was replaced by Kavel, Bo (301)',
      ),
      row(
        '10:01:00',
        'Shared Parking (SP1)',
        answered,
        ['00:00', '01:00'],
        'Shared Parking (SP1) call was taken by Loket, Sem (202)',
      ),
      row(
        '10:00:10',
        'Balie, Noor (201)',
        answered,
        ['00:04', '00:46'],
        '0612345678 was transferred to Shared Parking (SP1)',
      ),
      row('10:00:00', 'KCC (800)', queue, ['00:00', '00:14'], 'KCC (800) was replaced by Balie, Noor (201)'),
    );
    expect(call).toMatchObject({ talkSeconds: 46, transfer: { department: 'grondzaken', isPickedUp: true } });
  });

  it('counts a call that is put through to the queue of a department once', async () => {
    const call = await onlyCall(
      row('10:02:40', 'Kavel, Bo (301)', answered, ['00:10', '02:00'], 'Ended by 0612345678'),
      row(
        '10:02:00',
        'Grondzaken (830)',
        queue,
        ['00:00', '00:50'],
        'Grondzaken (830) was replaced by Kavel, Bo (301)',
      ),
      row(
        '10:00:30',
        'Balie, Noor (202)',
        answered,
        ['00:05', '01:25'],
        '0612345678 was transferred to Grondzaken (830)',
      ),
      row('10:00:00', 'KCC (800)', queue, ['00:00', '00:35'], 'KCC (800) was replaced by Balie, Noor (202)'),
    );
    expect(call).toMatchObject({
      department: 'kcc',
      transfer: { department: 'grondzaken', isPickedUp: true },
    });
  });

  it('makes a call of every queue that nobody answered, the same one twice too', async () => {
    const { calls } = await read(
      [
        row('10:02:00', 'KCC (800)', given, ['00:00', '00:20'], 'Ended by 0612345678'),
        row(
          '10:01:00',
          'Grondzaken (830)',
          given,
          ['00:00', '01:00'],
          'No answer, call forwarded to KCC (800)',
        ),
        row(
          '10:00:00',
          'KCC (800)',
          given,
          ['00:00', '01:00'],
          'No answer, call forwarded to Grondzaken (830)',
        ),
      ].join(''),
    );
    expect(calls.map(({ id, waitSeconds }) => [id.slice(37), waitSeconds])).toEqual([
      ['800', 60],
      ['830', 60],
      ['800/2', 20],
    ]);
  });

  it('counts a call to a number in the mapping, from ringing to answer', async () => {
    const call = await onlyCall(
      row('10:00:20', 'Balie, Noor (202)', answered, ['00:05', '01:00'], 'Ended by 0612345678'),
      row(
        '10:00:00',
        'Receptie (820)',
        missed,
        ['00:20', '00:00'],
        'No answer, call forwarded to Balie, Noor (202)',
      ),
    );
    expect(call).toMatchObject({ department: 'kcc', waitSeconds: 25, talkSeconds: 60, isAnswered: true });
  });

  it('looks at calls that go out, stay inside or come to somebody directly, and leaves them', async () => {
    const { calls, refused, records } = await read(
      [
        row('10:00:00', '0687654321', ['Outbound', 'Answered'], ['00:05', '01:00']),
        row('10:00:00', 'Loket, Sem (201)', ['Internal', 'Answered'], ['00:05', '01:00']),
        row('10:00:00', 'Loket, Sem (201)', answered, ['00:05', '01:00'], 'Ended by 0612345678'),
        row('10:00:00', 'Oefening (899)', given, ['00:00', '00:10'], 'Ended by 0612345678'),
        'Totals,4,,,,,00:00:15,03:00:00,0.00,,,,\r\n',
      ].join(''),
    );
    expect({ calls, refused, records }).toEqual({ calls: [], refused: [], records: 4 });
  });

  it('reads the lines of a call in the order of time, however they were sorted', async () => {
    const rows = [
      row('10:02:00', 'Kavel, Bo (301)', answered, ['00:10', '02:00'], 'Ended by 0612345678'),
      row(
        '10:00:30',
        'Balie, Noor (202)',
        answered,
        ['00:05', '01:25'],
        '0612345678 was transferred to Kavel, Bo (301)',
      ),
      row('10:00:00', 'KCC (800)', queue, ['00:00', '00:35'], 'KCC (800) was replaced by Balie, Noor (202)'),
    ];
    expect(await onlyCall(...rows.toReversed())).toEqual(await onlyCall(...rows));
  });

  it('takes commas, quotes and parentheses in names for what they are', async () => {
    const call = await onlyCall(
      row(
        '10:00:30',
        'Balie, ""Noor"" (KCC) (202)',
        answered,
        ['00:05', '01:25'],
        '0612345678 was transferred to Kavel, ""Bo"" (zzp) (301)',
      ),
      row(
        '10:00:00',
        'KCC, algemeen (800)',
        queue,
        ['00:00', '00:35'],
        'KCC, algemeen (800) was replaced by Balie, ""Noor"" (KCC) (202)',
      ),
    );
    expect(call).toMatchObject({
      talkSeconds: 85,
      transfer: { department: 'grondzaken', isPickedUp: false },
    });
  });

  it('refuses what it cannot use by line and column, and takes the rest', async () => {
    const good = row('10:00:00', 'KCC (800)', given, ['00:00', '00:52'], 'Ended by 0612345678');
    const other = (id: string, from: string, to: string) => good.replace('00001237', id).replace(from, to);
    const { calls, refused } = await read(
      [
        other('1', 'KCC (800)', 'Nieuw (805)'),
        other('2', '00:00:52', 'lang'),
        other('3', '2026-11-24T10:00:00', '24 nov'),
        other('4', '2026-11-24', '2026-11-26'),
        other('5', 'Unanswered', 'Gemist'),
        other('6', 'Unanswered', 'Waiting'),
        good.replace('00000000-01dc-620f-82cd-ee4a00001237', ''),
        good,
        '2026-11-24T10:00:00,00000000-01dc-62',
      ].join(''),
    );
    expect(refused).toEqual([
      '3 Talking notATime',
      '4 Call Time notATime',
      '5 Call Time inFuture',
      '6 Status unknownValue',
      '2 To unknownDepartment',
      '8 Call ID missing',
      '7 Talking missing',
      '10 fieldCount',
    ]);
    expect(calls).toHaveLength(1);
  });

  it('is another file without the columns that tell the lines of a call', async () => {
    const v18 = 'Call Time,Caller ID,Destination,Status,Ringing,Talking,Totals,Cost,Reason,Play\r\n';
    const [reason, ...missing] = await whyBad(readCallsOf(threeCxReport, mapping, v18));
    expect([reason, missing.includes('Call ID')]).toEqual(['missingColumns', true]);
  });

  it.each([
    ['2026-03-28T23:59:59', 'Europe/Amsterdam', '2026-03-28', 86_399],
    ['2026-03-28T23:59:59', 'UTC', '2026-03-29', 3599],
    ['2026-03-29T01:00:00', 'UTC', '2026-03-29', 10_800],
    ['2026-10-25T23:30:00', 'UTC', '2026-10-26', 1800],
  ])('knows the day of %s in %s', async (time, timeZone, day, second) => {
    const text =
      header + row('10:00:00', 'KCC (800)', given, ['00:00', '00:52']).replace('2026-11-24T10:00:00', time);
    const { calls } = await readCallsOf(threeCxReport, { ...mapping, timeZone }, text);
    expect(calls).toMatchObject([{ day, second }]);
  });

  it('gives the same calls however the file is cut', async () => {
    const rows =
      row('10:00:30', 'Balie, Noor (202)', answered, ['00:05', '01:25'], 'Ended by Kok, Ömer (202)') +
      row(
        '10:00:00',
        'KCC (800)',
        queue,
        ['00:00', '00:35'],
        `${arrival} KCC (800) was replaced by Balie, Noor (202)`,
      );
    const whole = await read(rows);
    expect(whole.calls).toHaveLength(1);
    for (const size of [1, 3, 100]) expect(await read(rows, size)).toEqual(whole);
  });
});
