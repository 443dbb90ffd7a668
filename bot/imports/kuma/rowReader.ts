import type { Probe } from '../../../shared/fact/probe.ts';
import { BadFile, type Refusal } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from '../csv/csvRecord.ts';
import { type Header, readHeader } from '../csv/header.ts';
import type { ReadPart } from '../source.ts';
import { heartbeatColumns, heartbeatTable } from './heartbeat.ts';
import { openDays } from './openDays.ts';
import { statMinutelyColumns, statMinutelyTable } from './statMinutely.ts';
import type { Look, Table, Wrong } from './table.ts';

export interface RowReader {
  /** @throws BadFile when the header is not that of a table of Kuma. */
  take(record: CsvRecord): void;
  refuse(refusal: Refusal): void;
  /** What was read since the last part. @throws BadFile */
  part(isLast: boolean): ReadPart<'probes'>;
}

/**
 * A look stands for the minutes since the one before it, when that is no longer ago than so many minutes.
 * Kuma looks every minute by default; after a longer silence it was Kuma that stood still, or was paused.
 */
const longestPause = 15;

/**
 * Makes days of minutes of the rows of one of Kuma's tables.
 *
 * @param channels ids of website channels, by id or name of the monitor.
 * @param now in seconds since the epoch.
 */
export function rowReader(channels: ReadonlyMap<string, string>, now: number): RowReader {
  const days = openDays();
  const lastMinutes = new Map<string, number>();
  let columns: Columns | undefined;
  let records = 0;
  let refused: Refusal[] = [];

  return {
    take(record) {
      if (columns !== undefined) takeRow(record, columns);
      else columns = columnsOf(readHeader(record, []), now);
    },
    refuse,
    part(isLast) {
      if (isLast && columns === undefined) throw new BadFile('empty');
      const facts = isLast ? days.takeAll() : days.takeDone();
      if (facts.length > 0) columns?.table.assertWhole();
      return partOf(facts);
    },
  };

  function refuse(refusal: Refusal): void {
    records++;
    refused.push(refusal);
  }

  function partOf(facts: Probe[]): ReadPart<'probes'> {
    const part = { facts, refused, records };
    refused = [];
    records = 0;
    return part;
  }

  function takeRow(record: CsvRecord, { header, monitor, table }: Columns): void {
    const { line } = record;
    const known = record.text(monitor);
    const channel = channels.get(known);
    if (record.fieldCount !== header.fieldCount) refuse({ line, column: '', reason: 'fieldCount' });
    // Of a monitor of something else no fact is made.
    else if (channel === undefined) records++;
    else takeLook(line, known, channel, table.read(record, known));
  }

  function takeLook(line: number, monitor: string, channel: string, look: Look | Wrong): void {
    if ('reason' in look) {
      refuse({ line, ...look });
    } else {
      records++;
      markSince(monitor, channel, look);
    }
  }

  function markSince(monitor: string, channel: string, { minute, state }: Look): void {
    const pause = minute - (lastMinutes.get(monitor) ?? Number.NEGATIVE_INFINITY);
    const first = pause > 0 && pause <= longestPause ? minute - pause + 1 : minute;
    for (let at = first; at <= minute; at++) days.mark(channel, { minute: at, state });
    lastMinutes.set(monitor, minute);
  }
}

interface Columns {
  readonly header: Header;
  /** The field by which the monitor is known. */
  readonly monitor: number;
  readonly table: Table;
}

function columnsOf(header: Header | undefined, now: number): Columns | undefined {
  if (header === undefined) return undefined;
  const has = (column: string) => header.fieldOf(column) >= 0;
  const isStat = has('timestamp');
  const monitor = has('name') ? 'name' : 'monitor_id';
  const missing = [monitor, ...(isStat ? statMinutelyColumns : heartbeatColumns)].filter((one) => !has(one));
  if (missing.length > 0) throw new BadFile('missingColumns', missing);
  const table = isStat ? statMinutelyTable(header, now) : heartbeatTable(header, now);
  return { header, monitor: header.fieldOf(monitor), table };
}
