import type { RefusalReason } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from './csvRecord.ts';

/** In seconds. No call lasts longer: a system that says so has lost count. */
export const longestDuration = 24 * 60 * 60;

/** 75, 75 s, 75,4 sec. */
const seconds = /^(\d{1,9})(?:[.,](\d+))? ?(?:s|sec|sec\.|seconden)?$/i;

/** 1:15, 0:01:15, 0:01:15.400: minutes and seconds, with hours before them or not. */
const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d\d)(?:[.,]\d+)?$/;

/** How long something took, in whole seconds. */
export function readDuration(record: CsvRecord, field: number): number | RefusalReason {
  const plain = record.number(field);
  const value = Number.isNaN(plain) ? parseDuration(record.text(field)) : plain;
  if (typeof value === 'number' && value > longestDuration) return 'outOfRange';
  return value;
}

function parseDuration(text: string): number | RefusalReason {
  if (text === '') return 'missing';
  const plain = seconds.exec(text);
  if (plain !== null) return Math.round(Number(`${plain[1]}.${plain[2] ?? 0}`));
  const parts = clock.exec(text);
  if (parts === null) return text.startsWith('-') ? 'outOfRange' : 'notATime';
  const [, hours = '0', minutes, rest] = parts;
  if (Number(rest) > 59 || (parts[1] !== undefined && Number(minutes) > 59)) return 'notATime';
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}
