import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { uptimeKuma } from '../../../bot/imports/uptimeKuma.ts';
import type { Probe } from '../../../shared/fact/probe.ts';
import { BadFile, type Refusal } from '../../../shared/fact/refusal.ts';
import { mergeMinutes, minutesUp } from '../../../shared/uptime/minutes.ts';
import { testMunicipality } from '../../shared/municipality.ts';

const mapping = v.parse(uptimeKuma.mapping, { monitors: { 3: 'site', Formulier: 'form' } });
const now = Temporal.Instant.from('2026-05-01T12:00:00Z');

interface Read {
  readonly facts: Probe[];
  readonly refused: Refusal[];
  readonly records: number;
}

async function read(text: string, { chunkSize = 1 << 16, monitors = mapping } = {}): Promise<Read> {
  const bytes = Buffer.from(text);
  const file = async function* () {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
  };
  const all: Read & { records: number } = { facts: [], refused: [], records: 0 };
  const parts = uptimeKuma.read(file(), { mapping: monitors, municipality: testMunicipality, now });
  for await (const { facts, refused, records } of parts) {
    all.facts.push(...facts);
    all.refused.push(...refused);
    all.records += records;
  }
  return all;
}

async function badFile(text: string): Promise<unknown> {
  const error: unknown = await read(text).catch((thrown) => thrown);
  return error instanceof BadFile ? [error.reason, ...error.details] : error;
}

/** What is known of minutes of 29 April 2026, from 10:00 local time; everything else was not measured. */
function fromTen({ facts }: Read): string {
  expect(facts.map(({ id, day }) => [id, day])).toEqual([['site', '2026-04-29']]);
  const [{ minutes } = { minutes: '' }] = facts;
  expect(minutes).toHaveLength(1440);
  expect(minutes.slice(0, 600).trim()).toBe('');
  return minutes.slice(600).trimEnd();
}

/** The rows that Kuma 1.x writes for one monitor: minute and second after 10:00 local time, and status. */
function heartbeat(...beats: readonly (readonly [time: string, status: number])[]): string {
  const seconds = beats.map(([time]) =>
    Temporal.PlainTime.from(`00:${time}`).since('00:00').total('seconds'),
  );
  const rows = beats.map(([time, status], place) => {
    const duration = Math.floor((seconds[place] ?? 0) - (seconds[place - 1] ?? seconds[place] ?? 0));
    return `3,${status},"2026-04-29 08:${time}",${duration}\n`;
  });
  return `monitor_id,status,time,duration\n${rows.join('')}`;
}

describe('table heartbeat of 1.x', () => {
  it('has a beat every minute: UP and DOWN as they are', async () => {
    const text = heartbeat(['00:03.120', 1], ['01:03.250', 0], ['02:03.310', 0], ['03:03.480', 1]);
    expect(fromTen(await read(text))).toBe('1dd1');
  });

  it('calls one minute down, for Kuma has tried again by itself', async () => {
    const { facts } = await read(heartbeat(['00:03', 1], ['01:03', 0], ['02:03', 1]));
    expect(facts.map(({ minutes }) => minutesUp(minutes))).toEqual([{ up: 2, measured: 3 }]);
  });

  it('counts a failure that has yet to be tried again as down, as Kuma does', async () => {
    expect(fromTen(await read(heartbeat(['00:03', 1], ['01:03', 2], ['02:03', 1])))).toBe('1d1');
  });

  it('counts maintenance as not measured', async () => {
    expect(fromTen(await read(heartbeat(['00:03', 1], ['05:03', 3], ['06:03', 1])))).toBe('1     1');
  });

  it('has a minute down when one of its beats was', async () => {
    const beats = ['00:00', '00:20', '00:40', '01:00', '01:20', '01:40', '02:00'] as const;
    const text = heartbeat(...beats.map((time) => [time, time === '01:20' ? 0 : 1] as const));
    expect(fromTen(await read(text))).toBe('1d1');
  });

  it('has a beat stand for the minutes since the one before it', async () => {
    expect(fromTen(await read(heartbeat(['00:03', 1], ['05:03', 0], ['10:03', 1])))).toBe('1ddddd11111');
  });

  it('has a beat that comes a little late stand for the minute that it missed', async () => {
    expect(fromTen(await read(heartbeat(['00:59.900', 1], ['02:00.100', 1], ['03:00.200', 1])))).toBe('1111');
  });

  it('does not measure the time in which Kuma stood still', async () => {
    expect(fromTen(await read(heartbeat(['00:03', 1], ['16:03', 1])))).toBe(`1${' '.repeat(15)}1`);
    expect(fromTen(await read(heartbeat(['00:03', 1], ['15:03', 1])))).toBe('1'.repeat(16));
  });

  it('has its times in UTC: a day is a local one, and a beat may stand for minutes of two', async () => {
    const { facts } = await read(
      'monitor_id,status,time,duration\n' +
        '3,1,2026-04-28 21:57:00.000,0\n3,0,2026-04-28 22:02:00.000,300\n3,1,2026-04-28 22:03:00.000,60\n',
    );
    expect(facts).toEqual([
      { id: 'site', day: '2026-04-28', minutes: `${' '.repeat(1437)}1dd` },
      { id: 'site', day: '2026-04-29', minutes: `ddd1${' '.repeat(1436)}` },
    ]);
  });

  it.each([
    ['2026-03-29', '2026-03-29 21:59:00', 1380],
    ['2025-10-26', '2025-10-26 22:59:00', 1500],
  ])('on %s, when the clock changes, ends that day at its own last minute', async (day, time, count) => {
    const { facts } = await read(`monitor_id,status,time,duration\n3,1,${time},0\n`);
    expect(facts).toEqual([{ id: 'site', day, minutes: '1'.padStart(count) }]);
  });

  it('may be the whole table, with messages over several lines, monitors mixed', async () => {
    const { facts, refused, records } = await read(
      [
        'id,important,monitor_id,status,msg,time,ping,duration,down_count',
        '1,1,3,1,"200 - OK, ""welkom""",2026-04-29 08:00:03.120,41,0,0',
        '2,1,4,0,"connect\nECONNREFUSED",2026-04-29 08:00:04.000,,0,0',
        '3,0,3,1,200 - OK,2026-04-29 08:01:03.130,39,60,0',
        '4,0,4,0,"connect\nECONNREFUSED",2026-04-29 08:01:04.010,,60,1',
        '',
      ].join('\r\n'),
    );
    expect(refused).toEqual([]);
    expect(records).toBe(4);
    expect(fromTen({ facts, refused, records })).toBe('11');
  });

  it('knows monitors by name where it has their names', async () => {
    const { facts } = await read(
      'name;status;time;duration\nFormulier;1;2026-04-29 08:00:00;0\n3;1;2026-04-29 08:00:00;0\n',
    );
    expect(facts.map(({ id }) => id)).toEqual(['form', 'site']);
  });

  it('has a row that is not right refused by line, column and reason, and takes the rest', async () => {
    const { facts, refused, records } = await read(
      [
        'monitor_id,status,time,duration',
        '3,1,2026-04-29 08:00:00,0',
        '3,4,2026-04-29 08:01:00,60',
        '3,,2026-04-29 08:01:00,60',
        '3,1,2026-04-31 08:01:00,60',
        '3,1,29-04-2026 08:01:00,60',
        '3,1,2026-04-29 24:01:00,60',
        '3,1,,60',
        '3,1,2026-05-01 12:00:01,60',
        '3,1,2020-12-31 23:59:59,60',
        '3,1,2026-04-29 08:01:00,-1',
        '3,1,2026-04-29 08:01:00',
        '3,1,2026-04-29 08:01:00,60',
      ].join('\n'),
    );
    expect(refused).toEqual([
      { line: 3, column: 'status', reason: 'unknownValue' },
      { line: 4, column: 'status', reason: 'unknownValue' },
      { line: 5, column: 'time', reason: 'notATime' },
      { line: 6, column: 'time', reason: 'notATime' },
      { line: 7, column: 'time', reason: 'notATime' },
      { line: 8, column: 'time', reason: 'notATime' },
      { line: 9, column: 'time', reason: 'inFuture' },
      { line: 10, column: 'time', reason: 'outOfRange' },
      { line: 11, column: 'duration', reason: 'notAWholeNumber' },
      { line: 12, column: '', reason: 'fieldCount' },
    ]);
    expect(records).toBe(12);
    expect(fromTen({ facts, refused, records })).toBe('11');
  });

  it('may lack a beat here and there', async () => {
    const whole = Array.from(
      { length: 30 },
      (_, minute) => [`${`${minute}`.padStart(2, '0')}:03`, 1] as const,
    );
    const rows = heartbeat(...whole).split('\n');
    rows.splice(12, 1);
    expect(fromTen(await read(rows.join('\n')))).toBe('1'.repeat(30));
  });
});

describe('table stat_minutely of 2.x', () => {
  /** 10:00 local time on 29 April 2026. */
  const ten = Date.UTC(2026, 3, 29, 8) / 1000;

  function stats(...rows: readonly (readonly [minute: number, up: number, down: number])[]): string {
    const lines = rows.map(([minute, up, down]) => `3\t${ten + minute * 60}\t${up}\t${down}`);
    return ['monitor_id\ttimestamp\tup\tdown', ...lines].join('\n');
  }

  it('has the checks of every minute: down when one of them was', async () => {
    expect(fromTen(await read(stats([0, 3, 0], [1, 2, 1], [2, 0, 3], [3, 3, 0])))).toBe('1dd1');
  });

  it('has neither under maintenance', async () => {
    expect(fromTen(await read(stats([0, 1, 0], [1, 0, 0], [2, 1, 0])))).toBe('1 1');
  });

  it('has rows at a longer interval stand for the minutes since the one before', async () => {
    expect(fromTen(await read(stats([0, 1, 0], [3, 0, 1], [4, 1, 0])))).toBe('1ddd1');
  });

  it('may be the whole table', async () => {
    const { facts } = await read(
      'id,monitor_id,timestamp,ping,up,down,ping_min,ping_max,extras\n' +
        `1,3,${ten},41.5,1,0,41.5,41.5,\n2,3,${ten + 60},0.0,0,0,0.0,0.0,"{""maintenance"":1}"\n`,
    );
    expect(facts.map(({ minutes }) => minutes.trim())).toEqual(['1']);
  });

  it('has a row that is not right refused', async () => {
    const { refused } = await read(
      `monitor_id,timestamp,up,down\n3,${ten}000,1,0\n3,nu,1,0\n3,0,1,0\n3,${ten},1.5,0\n3,${ten},1,\n`,
    );
    expect(refused.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'timestamp', 'inFuture'],
      [3, 'timestamp', 'notATime'],
      [4, 'timestamp', 'outOfRange'],
      [5, 'up', 'notAWholeNumber'],
      [6, 'down', 'notAWholeNumber'],
    ]);
  });

  it('is not to be mistaken for stat_hourly', async () => {
    expect(await badFile(stats([0, 60, 0], [60, 58, 2], [120, 60, 0]))).toEqual(['otherFormat']);
  });
});

describe('no table of measurements is', () => {
  it('heartbeat of 2.x, that has no durations', async () => {
    const text = heartbeat(['00:03', 1], ['01:03', 0], ['02:03', 1]).replaceAll(/,60$/gm, ',0');
    expect(await badFile(text)).toEqual(['otherFormat']);
  });

  it('a selection of the beats at which something changed', async () => {
    const rows = heartbeat(['00:03', 1], ['01:03', 1], ['02:03', 0], ['03:03', 0], ['04:03', 1]).split('\n');
    expect(await badFile([rows[0], rows[1], rows[3], rows[5]].join('\n'))).toEqual(['otherFormat']);
  });

  it('a table without the columns, such as one that was asked without header', async () => {
    expect(await badFile('3,1,"2026-04-29 08:00:03.120",60\n')).toEqual([
      'missingColumns',
      'monitor_id',
      'status',
      'time',
      'duration',
    ]);
    expect(await badFile('monitor_id,timestamp\n3,1777449600\n')).toEqual(['missingColumns', 'up', 'down']);
  });

  it('the JSON back-up of 1.x', async () => {
    const backUp = JSON.stringify({ version: '1.23.17', notificationList: [], monitorList: [] }, null, 4);
    expect(await badFile(backUp)).toContain('missingColumns');
  });

  it('nothing', async () => {
    expect(await badFile('')).toEqual(['empty']);
  });
});

it('monitors that are not mapped are left out, whatever their rows say', async () => {
  const { facts, refused, records } = await read(
    'monitor_id,status,time,duration\n8,1,2026-04-29 08:00:00,0\nconstructor,9,,\n',
  );
  expect({ facts, refused, records }).toEqual({ facts: [], refused: [], records: 2 });
});

it('two monitors of one channel: down when one of them was', async () => {
  const monitors = v.parse(uptimeKuma.mapping, { monitors: { 3: 'site', 4: 'site' } }).monitors;
  const text = `${heartbeat(['00:03', 1], ['01:03', 0])}4,1,2026-04-29 08:00:10,0\n4,1,2026-04-29 08:01:10,60\n`;
  expect(fromTen(await read(text, { monitors: { monitors } }))).toBe('1d');
});

it('a day that made room for others comes out before the end, and again when more of it is read', async () => {
  const sites = Array.from({ length: 4097 }, (_, place) => `${place}`);
  const { monitors } = v.parse(uptimeKuma.mapping, {
    monitors: Object.fromEntries(sites.map((site) => [site, `site-${site}`])),
  });
  const rows = sites.map((site) => `${site},1,2026-04-29 08:00:00,0\n`);
  const { facts } = await read(
    `monitor_id,status,time,duration\n${rows.join('')}0,0,2026-04-29 08:01:00,60\n`,
    { chunkSize: 1 << 20, monitors: { monitors } },
  );
  expect(new Set(facts.map(({ id }) => id)).size).toBe(4097);
  expect(facts).toHaveLength(4098);
  expect(facts[0]).toMatchObject({ id: 'site-0', minutes: expect.stringMatching(/^ {600}1 {839}$/) });
  expect(facts.at(-1)).toMatchObject({ id: 'site-0', minutes: expect.stringMatching(/^ {601}d {838}$/) });
});

it('a file in two halves that overlap says the same as the whole, however it is cut into chunks', async () => {
  const beat = fc.record({ gap: fc.integer({ min: 10, max: 90 }), status: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(beat, { minLength: 2, maxLength: 40 }),
      fc.nat(),
      fc.integer({ min: 1, max: 50 }),
      async (beats, cut, chunkSize) => {
        const header = 'monitor_id,status,time,duration\n';
        let at = Temporal.Instant.from('2026-04-28T21:30:00Z');
        const rows = beats.map(({ gap, status }) => {
          at = at.add({ seconds: gap });
          return `3,${status},${at.toString().replace('T', ' ')},${gap}\n`;
        });
        const half = cut % rows.length;
        const whole = await read(header + rows.join(''));
        const parts = [rows.slice(0, half + 1), rows.slice(Math.max(0, half - 20))];
        const merged = new Map<string, string>();
        for (const part of parts) {
          const { facts } = await read(header + part.join(''), { chunkSize });
          for (const { day, minutes } of facts) merged.set(day, mergeMinutes(merged.get(day) ?? '', minutes));
        }
        const expected = new Map(whole.facts.map(({ day, minutes }) => [day, minutes]));
        expect(Object.fromEntries(merged)).toEqual(Object.fromEntries(expected));
      },
    ),
    { numRuns: 200 },
  );
});

it('anything at all is read or refused, and nothing is thrown but a bad file', async () => {
  const cell = fc.constantFrom(
    '3',
    '1',
    '0',
    '',
    '"',
    'x',
    '2026-04-29 08:00:00',
    '1777449600',
    '-1',
    '\u0000',
  );
  const table = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 });
  const headers = fc.constantFrom('monitor_id,status,time,duration\n', 'monitor_id,timestamp,up,down\n', '');
  await fc.assert(
    fc.asyncProperty(headers, table, async (header, rows) => {
      const text = header + rows.map((row) => row.join(',')).join('\n');
      const result: unknown = await read(text).catch((error) => error);
      if (result instanceof Error) expect(result).toBeInstanceOf(BadFile);
    }),
    { numRuns: 300 },
  );
});
