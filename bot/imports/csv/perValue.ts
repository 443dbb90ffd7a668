import { ByteCache } from './byteCache.ts';
import type { CsvRecord } from './csvRecord.ts';

/**
 * What a field means, worked out once for each different value, such as the department of a queue: of a value
 * that was seen before no text is made. `meaningOf` must say the same of the same text, always.
 */
export function perValue<Meaning>(
  meaningOf: (text: string) => Meaning,
): (record: CsvRecord, field: number) => Meaning {
  const cache = new ByteCache<Meaning>();
  return (record, field) => {
    const { bytes } = record;
    const start = record.start(field);
    const end = record.end(field);
    const known = cache.find(bytes, start, end);
    if (known !== undefined) return known.meaning;
    const text = record.text(field);
    const meaning = meaningOf(text);
    // Of a quote the bytes alone do not tell whether it is a doubled one.
    if (!text.includes('"')) cache.keep(bytes, start, end, meaning);
    return meaning;
  };
}
