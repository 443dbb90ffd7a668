/** Why a record was not taken; the texts are in shared/texts/imports.ts. */
export const refusalReasons = [
  /** A line has fewer or more fields than the first. */
  'fieldCount',
  /** A quote that opens is never closed. */
  'openQuote',
  'missing',
  'notADay',
  'notATime',
  'notANumber',
  'notAWholeNumber',
  'outOfRange',
  'tooLong',
  'unknownDepartment',
  'unknownProcess',
  'unknownValue',
  /** A day or time that has yet to come. */
  'inFuture',
  /** It ends before it begins. */
  'wrongOrder',
  /** Nothing says until when it is in time. */
  'noLeadTime',
  /** A free text holds a citizen service number. */
  'bsn',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** A record that was not taken. Never holds what the record says: that may be personal. */
export interface Refusal {
  /** Of the file, from 1, the header included; of what another system gives the how-many-th it was. */
  readonly line: number;
  /** The column or field, as the file names it; '' where it is about the whole line. */
  readonly column: string;
  readonly reason: RefusalReason;
}

/** Why a file as a whole was not taken. */
export const badFileReasons = [
  'empty',
  'notText',
  'missingColumns',
  'otherFormat',
  'mostlyRefused',
  'lineTooLong',
] as const;
export type BadFileReason = (typeof badFileReasons)[number];

/** A file that is not what it was said to be: nothing of it is taken. */
export class BadFile extends Error {
  readonly reason: BadFileReason;
  /** The columns that are not there, say. */
  readonly details: readonly string[];

  constructor(reason: BadFileReason, details: readonly string[] = []) {
    super(`${reason} ${details.join(', ')}`.trim());
    this.reason = reason;
    this.details = details;
  }
}
