import { BadFile } from '../../../shared/fact/refusal.ts';
import type { Header } from '../csv/header.ts';
import { type Look, type Table, whyNotThen } from './table.ts';

export const statMinutelyColumns = ['timestamp', 'up', 'down'];

/**
 * Table `stat_minutely` of Kuma 2.x: for every minute in which it looked, how many checks were up and how
 * many down; both are 0 under maintenance. `stat_hourly` and `stat_daily` have the same columns, but say how
 * many checks failed and not when; all their times are whole hours, and such a file is refused.
 *
 * @param now in seconds since the epoch.
 */
export function statMinutelyTable(header: Header, now: number): Table {
  const timestampField = header.fieldOf('timestamp');
  const upField = header.fieldOf('up');
  const downField = header.fieldOf('down');
  let rows = 0;
  let onTheHour = 0;

  return {
    read(record) {
      const seconds = record.number(timestampField);
      const reason = whyNotThen(seconds, now);
      if (reason !== undefined) return { column: 'timestamp', reason };
      const up = record.number(upField);
      if (Number.isNaN(up)) return { column: 'up', reason: 'notAWholeNumber' };
      const down = record.number(downField);
      if (Number.isNaN(down)) return { column: 'down', reason: 'notAWholeNumber' };
      rows++;
      if (seconds % 3600 === 0) onTheHour++;
      return { minute: Math.floor(seconds / 60), state: stateOf(up, down) };
    },
    assertWhole() {
      if (rows > 2 && onTheHour === rows) throw new BadFile('otherFormat');
    },
  };
}

/** Down when any check of the minute was. */
function stateOf(up: number, down: number): Look['state'] {
  if (down > 0) return 'down';
  return up > 0 ? 'up' : 'maintenance';
}
