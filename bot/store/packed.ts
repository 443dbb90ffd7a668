import { deflateSync, inflateSync } from 'node:zlib';

/** Azure Tables takes 64 KiB a property… */
const propertyLimit = 64 * 1024;

/** …and 1 MiB a row, with some room for its keys and its other columns. */
const rowLimit = 15 * propertyLimit;

/** More than fits in a row. */
export class TooLarge extends Error {}

/**
 * A value as the columns `packed0`, `packed1`… of a row. Many alike in one row are read and written as one.
 * @throws TooLarge when a row cannot hold it.
 */
export function pack(value: unknown): Record<string, Uint8Array> {
  const packed = deflateSync(JSON.stringify(value));
  if (packed.length > rowLimit) throw new TooLarge(`${packed.length} bytes do not fit in a row`);
  const columns: Record<string, Uint8Array> = {};
  for (let start = 0; start < packed.length; start += propertyLimit) {
    columns[`packed${start / propertyLimit}`] = packed.subarray(start, start + propertyLimit);
  }
  return columns;
}

/** What `pack` made columns of. */
export function unpack(row: Readonly<Record<string, unknown>>): unknown {
  const chunks: Uint8Array[] = [];
  for (let index = 0; ; index++) {
    const chunk = row[`packed${index}`];
    if (!(chunk instanceof Uint8Array)) break;
    chunks.push(chunk);
  }
  return JSON.parse(inflateSync(Buffer.concat(chunks)).toString());
}
