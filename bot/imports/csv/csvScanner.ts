import { BadFile, type Refusal } from '../../../shared/fact/refusal.ts';
import { type CsvRecord, RecordFields } from './csvRecord.ts';
import { type Delimiter, delimiterFinder } from './delimiter.ts';

export type { CsvRecord } from './csvRecord.ts';

export interface CsvOptions {
  readonly delimiter: Delimiter | 'detect';
}

export interface CsvScanner {
  /** @throws BadFile */
  push(chunk: Uint8Array): void;
  /** @throws BadFile */
  end(): void;
}

/**
 * Reads CSV as RFC 4180 has it, over chunks that may end anywhere: quoted fields with doubled quotes, lines
 * that end in LF, CRLF or CR, a byte order mark. Lines that say nothing, `;;;` too, are skipped.
 *
 * `onRecord` is called for every record. It is one and the same object, that holds the next record when the
 * call returns: keep nothing of it. A line whose quotes do not match is refused, and reading goes on at the
 * next line.
 */
export function csvScanner(
  options: CsvOptions,
  onRecord: (record: CsvRecord) => void,
  onRefused: (refusal: Refusal) => void,
): CsvScanner {
  return new Scanner(options, onRecord, onRefused);
}

/** The longest record, in bytes: what is longer is no table, and memory has an end. */
const longestRecord = 2 ** 20;

/**
 * So many bytes may be read again, each time that a quote turns out never to be closed: a file made of such
 * lines would take the square of its length.
 */
const mostReadAgain = 2 ** 26;

/** Chunks are taken in pieces of this size, so that a large one needs no more memory than many small ones. */
const pieceSize = 2 ** 16;

const space = 0x20;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** What a byte is outside quotes. */
const content = 0;
const separator = 1;
const special = 2;

class Scanner implements CsvScanner {
  readonly #onRecord: (record: CsvRecord) => void;
  readonly #onRefused: (refusal: Refusal) => void;
  readonly #finder = delimiterFinder();
  #isDelimiterKnown = false;
  /** By byte: content, separator or special. */
  readonly #kinds = new Uint8Array(256);
  /** Holds the bytes as well: those of the record are from `recordStart` up to `length`. */
  readonly #fields = new RecordFields(Buffer.alloc(2 * pieceSize));
  #length = 0;
  #recordStart = 0;
  /** How far it was looked at. */
  #at = 0;
  #place: 'start' | 'plain' | 'quoted' | 'afterQuote' = 'start';
  /** Where the closing quote is, in `afterQuote`. */
  #closedAt = 0;
  /** Something other than a delimiter follows on a closing quote. */
  #hasStrayText = false;
  /** That of the file at which `at` is. */
  #line = 1;
  #readAgain = 0;

  constructor(
    { delimiter }: CsvOptions,
    onRecord: (record: CsvRecord) => void,
    onRefused: (refusal: Refusal) => void,
  ) {
    this.#onRecord = onRecord;
    this.#onRefused = onRefused;
    for (const byte of [0, lineFeed, carriageReturn, quote]) this.#kinds[byte] = special;
    if (delimiter !== 'detect') this.#setDelimiter(delimiter);
  }

  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; from += pieceSize) {
      this.#append(chunk.subarray(from, from + pieceSize));
      if (this.#isReady(false)) this.#scan();
    }
  }

  end(): void {
    if (!this.#isReady(true)) return;
    this.#scan();
    while (this.#recordStart < this.#length) {
      if (this.#place === 'quoted') this.#refuseFirstLine();
      else this.#finish();
      this.#scan();
    }
  }

  #setDelimiter(delimiter: Delimiter): void {
    this.#kinds[delimiter.charCodeAt(0)] = separator;
    this.#isDelimiterKnown = true;
  }

  #append(piece: Uint8Array): void {
    if (this.#length + piece.length > this.#fields.bytes.length) this.#makeRoom();
    this.#fields.bytes.set(piece, this.#length);
    this.#fields.forgetText();
    this.#length += piece.length;
  }

  /** For one piece more: by forgetting what was given, and by more memory if that is not enough. */
  #makeRoom(): void {
    const { bytes } = this.#fields;
    // The byte before it stays: a line feed there belongs to a carriage return, or not.
    const by = Math.max(this.#recordStart - 1, 0);
    this.#fields.moveForward(by);
    this.#recordStart -= by;
    this.#at -= by;
    this.#length -= by;
    this.#closedAt -= by;
    const room = this.#length + pieceSize > bytes.length ? Buffer.alloc(bytes.length * 2) : bytes;
    bytes.copy(room, 0, by, by + this.#length);
    this.#fields.bytes = room;
  }

  /** Whether the byte order mark is behind us and the delimiter is known. */
  #isReady(isWhole: boolean): boolean {
    const { bytes } = this.#fields;
    if (this.#place === 'start') {
      if (this.#length < byteOrderMark.length && !isWhole) return false;
      const hasMark = byteOrderMark.every((byte, index) => bytes[index] === byte);
      this.#startRecord(hasMark ? byteOrderMark.length : 0);
    }
    if (this.#isDelimiterKnown) return true;
    const found = this.#finder.find(bytes.subarray(this.#recordStart, this.#length), isWhole);
    if (found !== undefined) this.#setDelimiter(found);
    else if (this.#length > longestRecord) throw new BadFile('lineTooLong');
    return this.#isDelimiterKnown;
  }

  #scan(): void {
    do {
      while (this.#at < this.#length) {
        if (this.#place === 'plain') this.#readPlain();
        else if (this.#place === 'quoted') this.#readQuoted();
        else this.#readAfterQuote();
      }
    } while (this.#length - this.#recordStart > longestRecord && this.#giveUp());
  }

  /** The loop that most bytes go through: it does as little as it can. */
  #readPlain(): void {
    const fields = this.#fields;
    const { bytes } = fields;
    const kinds = this.#kinds;
    let at = this.#at;
    let field = fields.fieldCount;
    fields.makeRoom();
    const { bounds } = fields;
    // Every byte could end a field: no further than there is room for that.
    const stop = Math.min(this.#length, at + bounds.length - 2 - field);
    while (at < stop) {
      const kind = kinds[bytes[at] as number];
      if (kind === content) at++;
      else if (kind === separator) bounds[++field] = at++;
      else break;
    }
    this.#at = at;
    fields.fieldCount = field;
    if (at < stop) this.#readSpecial(bytes[at] as number);
  }

  #readSpecial(byte: number): void {
    if (byte === 0) throw new BadFile('notText');
    if (byte === quote) this.#readQuote();
    else this.#finish();
  }

  /** A quote outside quotes: it opens a field, or is content further on in one. */
  #readQuote(): void {
    const { bounds, fieldCount } = this.#fields;
    const isOpening = this.#at === (bounds[fieldCount] as number) + 1;
    const next = isOpening ? this.#simpleEnd() : this.#at + 1;
    if (next === undefined) this.#place = 'quoted';
    this.#at = next ?? this.#at + 1;
  }

  /** Where the field ends that opens here, if it is, as nearly always, just text between two quotes. */
  #simpleEnd(): number | undefined {
    const { bytes } = this.#fields;
    let at = this.#at + 1;
    while (at < this.#length && (bytes[at] as number) >= space && bytes[at] !== quote) at++;
    const isClosed = at + 1 < this.#length && bytes[at] === quote;
    return isClosed && this.#kinds[bytes[at + 1] as number] === separator ? at + 1 : undefined;
  }

  #readQuoted(): void {
    const { bytes } = this.#fields;
    const length = this.#length;
    let at = this.#at;
    for (; at < length && bytes[at] !== quote; at++) {
      const byte = bytes[at];
      if (byte === 0) throw new BadFile('notText');
      // A line feed after a carriage return is the same line's.
      if (byte === carriageReturn || (byte === lineFeed && bytes[at - 1] !== carriageReturn)) this.#line++;
    }
    this.#at = at;
    if (at === length) return;
    this.#closedAt = at;
    this.#at++;
    this.#place = 'afterQuote';
  }

  #readAfterQuote(): void {
    const fields = this.#fields;
    const byte = fields.bytes[this.#at] as number;
    const kind = this.#kinds[byte];
    if (kind === special && byte !== quote) {
      this.#readSpecial(byte);
    } else {
      if (kind === separator) this.#startField();
      else if (byte === quote && this.#at === this.#closedAt + 1) this.#place = 'quoted';
      else if (byte !== space) this.#hasStrayText = true;
      this.#at++;
    }
  }

  /** The field before it ends in a quote, and at a delimiter. */
  #startField(): void {
    const fields = this.#fields;
    fields.makeRoom();
    fields.fieldCount++;
    fields.bounds[fields.fieldCount] = this.#at;
    this.#place = 'plain';
  }

  /** The record ends here, at a line end or at the end of the file. */
  #finish(): void {
    const fields = this.#fields;
    if (this.#isSecondHalfOfLineEnd()) {
      this.#startRecord(this.#at + 1);
    } else if (this.#at - this.#recordStart > longestRecord) {
      this.#giveUp();
    } else if (this.#hasStrayText) {
      this.#refuseFirstLine();
    } else {
      fields.fieldCount++;
      fields.bounds[fields.fieldCount] = this.#at;
      if (this.#saysSomething()) this.#onRecord(fields);
      this.#line++;
      this.#startRecord(Math.min(this.#at + 1, this.#length));
    }
  }

  #isSecondHalfOfLineEnd(): boolean {
    const { bytes } = this.#fields;
    const at = this.#at;
    return at === this.#recordStart && bytes[at] === lineFeed && bytes[at - 1] === carriageReturn;
  }

  #saysSomething(): boolean {
    const first = this.#fields.bytes[this.#recordStart] as number;
    // Of nearly every record the first byte tells.
    return (first > space && this.#kinds[first] === content) || !this.#fields.isBlank();
  }

  /** At a record that is too long: with a line end in it, it has a quote that is never closed. */
  #giveUp(): boolean {
    if (this.#firstLineEnd() - this.#recordStart > longestRecord) throw new BadFile('lineTooLong');
    this.#refuseFirstLine();
    return true;
  }

  /** Reads again from the second line on: only the first is known to have a wrong quote. */
  #refuseFirstLine(): void {
    const { line } = this.#fields;
    this.#onRefused({ line, column: '', reason: 'openQuote' });
    const end = this.#firstLineEnd();
    this.#readAgain += Math.min(this.#at, this.#recordStart + longestRecord) - end;
    if (this.#readAgain > mostReadAgain) throw new BadFile('otherFormat');
    this.#line = line + 1;
    this.#startRecord(Math.min(end + 1, this.#length));
  }

  #firstLineEnd(): number {
    const { bytes } = this.#fields;
    let end = this.#recordStart;
    while (end < this.#length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end++;
    return end;
  }

  #startRecord(at: number): void {
    const fields = this.#fields;
    this.#recordStart = at;
    this.#at = at;
    this.#place = 'plain';
    this.#hasStrayText = false;
    fields.line = this.#line;
    fields.fieldCount = 0;
    fields.bounds[0] = at - 1;
  }
}
