import * as v from 'valibot';
import { containsBsn } from '../contact/bsn.ts';

/** What a citizen filled in, as it stands on the page: it comes back unchanged beside any mistake. */
export interface TypedFeedback {
  readonly score: string;
  readonly remark: string;
}

export const emptyFeedback: TypedFeedback = { score: '', remark: '' };

/** A rating that may be kept. */
export interface Feedback {
  /** A whole number, 1 to 10. */
  readonly score: number;
  /** '' for nothing. */
  readonly remark: string;
}

export type FeedbackMistakes = Readonly<{ score?: 'missing'; remark?: 'tooLong' | 'bsn' }>;

export type ReadFeedback =
  | { readonly kind: 'feedback'; readonly feedback: Feedback }
  | { readonly kind: 'mistakes'; readonly typed: TypedFeedback; readonly mistakes: FeedbackMistakes };

export const scores = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Characters, as a text field counts them: a line break is one. */
export const maxRemark = 1000;

const typedText = v.fallback(v.string(), '');
const TypedSchema = v.fallback(v.object({ score: typedText, remark: typedText }), emptyFeedback);

const ScoreSchema = v.pipe(v.picklist(scores.map(String)), v.transform(Number));

const RemarkSchema = v.pipe(
  v.string(),
  v.transform(cleanText),
  v.maxLength(maxRemark, 'tooLong'),
  v.check((text) => !containsBsn(text), 'bsn'),
);

/** Reads the fields of a form that was posted, whatever was posted. */
export function readFeedback(posted: unknown): ReadFeedback {
  const typed = v.parse(TypedSchema, posted);
  const score = v.safeParse(ScoreSchema, typed.score);
  const remark = v.safeParse(RemarkSchema, typed.remark);
  if (score.success && remark.success) {
    return { kind: 'feedback', feedback: { score: score.output, remark: remark.output } };
  }
  const isTooLong = !remark.success && remark.issues.some(({ message }) => message === 'tooLong');
  return {
    kind: 'mistakes',
    typed: { score: score.success ? typed.score : '', remark: cleanText(typed.remark) },
    mistakes: {
      ...(!score.success && { score: 'missing' }),
      ...(!remark.success && { remark: isTooLong ? 'tooLong' : 'bsn' }),
    },
  };
}

/** Control characters but line breaks, and those that turn the direction of what comes after them (UAX #9). */
const unseen = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** A form sends a line break as two characters, and a tab is as good as a space. */
function cleanText(typed: string): string {
  return typed.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(unseen, '').trim();
}
