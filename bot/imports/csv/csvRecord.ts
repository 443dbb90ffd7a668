import { decodeField, isAscii } from './decodeField.ts';

/** One line of the file, or several where a quoted field holds line ends. */
export interface CsvRecord {
  /** The line of the file on which it starts, from 1. */
  readonly line: number;
  readonly fieldCount: number;
  /** Without its quotes, decoded, and without spaces around it; '' past the last field. */
  text(field: number): string;
  /** Of a plain whole number from 0, read straight from the bytes; NaN of anything else. */
  number(field: number): number;
  /**
   * For who reads a field without making a text of it: its bytes lie from `start` to `end`, without its
   * quotes and the spaces around it. Quotes inside a quoted field are still doubled there.
   */
  readonly bytes: Uint8Array;
  start(field: number): number;
  end(field: number): number;
}

const quote = 0x22;
const space = 0x20;
const zero = 0x30;
const nine = 0x39;

/** A larger whole number is not exact in JavaScript. */
const mostDigits = 15;

/** Of the text that fields are cut from, in bytes, before and after the field for which it was made. */
const windowSize = 1024;

/** The record that a scanner is at: where its fields lie in the bytes that were read. */
export class RecordFields implements CsvRecord {
  line = 1;
  fieldCount = 0;
  bytes: Buffer;
  /** Where each field ends, from index 1; the next begins one byte further. At index 0 the byte before all. */
  bounds = new Int32Array(1024);
  /**
   * Some of the bytes as a text, with a character for each: a part of it costs far less to take than it costs
   * to make a text of a few bytes.
   */
  #window = '';
  #windowStart = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  text(field: number): string {
    const start = this.start(field);
    const end = this.end(field);
    if (start >= end) return '';
    const text = isAscii(this.bytes, start, end)
      ? this.#asciiText(start, end)
      : decodeField(this.bytes.subarray(start, end));
    return this.#isQuoted(field) && text.includes('"') ? text.replaceAll('""', '"') : text;
  }

  number(field: number): number {
    const { bytes } = this;
    const start = this.start(field);
    const end = this.end(field);
    if (start >= end || end - start > mostDigits) return Number.NaN;
    let value = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte < zero || byte > nine) return Number.NaN;
      value = value * 10 + byte - zero;
    }
    return value;
  }

  start(field: number): number {
    if (field < 0 || field >= this.fieldCount) return 0;
    const start = (this.bounds[field] as number) + 1;
    // Past the end of an empty field is its delimiter.
    const first = this.bytes[start] as number;
    return first > quote ? start : startOfText(this.bytes, start, this.bounds[field + 1] as number);
  }

  /** Of a field that says nothing it may lie before the start. */
  end(field: number): number {
    if (field < 0 || field >= this.fieldCount) return 0;
    const start = (this.bounds[field] as number) + 1;
    const end = this.bounds[field + 1] as number;
    if (start === end) return end;
    const last = this.bytes[end - 1] as number;
    return last > quote ? end : endOfField(this.bytes, start, end);
  }

  /** Whether no field says anything. */
  isBlank(): boolean {
    for (let field = 0; field < this.fieldCount; field++) {
      if (this.start(field) < this.end(field)) return false;
    }
    return true;
  }

  /** For two bounds more. */
  makeRoom(): void {
    if (this.fieldCount + 2 < this.bounds.length) return;
    const bounds = new Int32Array(this.bounds.length * 2);
    bounds.set(this.bounds);
    this.bounds = bounds;
  }

  /** The bytes lie so many places further to the front. */
  moveForward(by: number): void {
    for (let index = 0; index <= this.fieldCount; index++) {
      this.bounds[index] = (this.bounds[index] as number) - by;
    }
  }

  /** The bytes are no longer the same. */
  forgetText(): void {
    this.#window = '';
  }

  #isQuoted(field: number): boolean {
    return this.bytes[(this.bounds[field] as number) + 1] === quote;
  }

  #asciiText(start: number, end: number): string {
    if (start < this.#windowStart || end > this.#windowStart + this.#window.length) {
      this.#windowStart = Math.max((this.bounds[0] as number) + 1, start - windowSize);
      this.#window = this.bytes.toString('latin1', this.#windowStart, Math.max(end, start + windowSize));
    }
    return this.#window.slice(start - this.#windowStart, end - this.#windowStart);
  }
}

function startOfText(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (at < end && bytes[at] === quote) at++;
  while (at < end && isBlank(bytes[at] as number)) at++;
  return at;
}

function endOfField(bytes: Uint8Array, start: number, end: number): number {
  const at = endOfText(bytes, start, end);
  return at > start && bytes[start] === quote ? endOfText(bytes, start, at - 1) : at;
}

/** Where the blanks at the end begin. */
function endOfText(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(bytes[at - 1] as number)) at--;
  return at;
}

function isBlank(byte: number): boolean {
  return byte <= space;
}
