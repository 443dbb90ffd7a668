import type { RefusalReason } from '../../../shared/fact/refusal.ts';
import type { CsvRecord } from './csvRecord.ts';
import type { NumberReader } from './mappedRow.ts';

/** 7, 7,5 and 7.5; and 1.234,5 as Dutch has it, with a dot between thousands. */
const thousands = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const decimal = /^-?\d{1,15}(?:[.,]\d{1,15})?$/;

/** A number, with a decimal comma or point. */
function readNumber(record: CsvRecord, field: number): number | RefusalReason {
  const plain = record.number(field);
  if (!Number.isNaN(plain)) return plain;
  const text = record.text(field);
  if (text === '') return 'missing';
  if (thousands.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return decimal.test(text) ? Number(text.replace(',', '.')) : 'notANumber';
}

/** Reads whole numbers from `least` through `most`; 7,0 is one. */
export function wholeNumberReader(least: number, most: number): NumberReader {
  return (record, field) => {
    const value = readNumber(record, field);
    if (typeof value !== 'number') return value;
    if (!Number.isInteger(value)) return 'notAWholeNumber';
    return value < least || value > most ? 'outOfRange' : value;
  };
}
