import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeedback } from '../../../shared/feedback/feedbackForm.ts';

const mistakesOf = (posted: unknown) => {
  const read = readFeedback(posted);
  return read.kind === 'mistakes' ? read.mistakes : {};
};

describe('the mark', () => {
  it.each([1, 7, 10])('%i is one', (score) => {
    const read = readFeedback({ score: String(score), remark: '' });
    expect(read).toEqual({ kind: 'feedback', feedback: { score, remark: '' } });
  });

  it.each(['', '0', '11', '7.5', '07', ' 7', '1e1', 'zeven', '-1'])('"%s" is none', (score) => {
    expect(mistakesOf({ score, remark: 'Fijn' })).toEqual({ score: 'missing' });
  });
});

describe('the remark', () => {
  it('may be left out', () => {
    expect(readFeedback({ score: '8' })).toMatchObject({ feedback: { score: 8, remark: '' } });
  });

  it('is kept without what nobody can see, and with its lines', () => {
    const remark = '\u0000 Goed\tgeholpen.\r\nDank\u202e!\u0007 ';
    const read = readFeedback({ score: '8', remark });
    expect(read).toMatchObject({ feedback: { remark: 'Goed geholpen.\nDank!' } });
  });

  it('may have a thousand characters, a line break counted once', () => {
    const lines = 'a\r\n'.repeat(499);
    expect(mistakesOf({ score: '8', remark: `${lines}aa` })).toEqual({});
    expect(mistakesOf({ score: '8', remark: `${lines}aaa` })).toEqual({ remark: 'tooLong' });
  });

  it.each(['123456782', '123.456.782', '1234\u0000 56782', 'bsn 1234.56.782.'])(
    'with a citizen service number is refused: %j',
    (number) => {
      const remark = number.replace(' ', '');
      expect(mistakesOf({ score: '8', remark })).toEqual({ remark: 'bsn' });
    },
  );

  it('comes back as it was typed, beside every mistake at once', () => {
    const remark = 'Mijn nummer is 123456782';
    expect(readFeedback({ score: '12', remark })).toEqual({
      kind: 'mistakes',
      typed: { score: '', remark },
      mistakes: { score: 'missing', remark: 'bsn' },
    });
    expect(readFeedback({ score: '3', remark })).toMatchObject({ typed: { score: '3' } });
  });
});

it('whatever is posted is read, and nothing kept that may not be', () => {
  const unseen = fc.constantFrom('\u0000', '\u001b', '\u0085', '\u202e', '\r', '\n', '1');
  const remark = fc.oneof(fc.anything(), fc.string({ unit: fc.oneof(unseen, fc.string()), maxLength: 20 }));
  fc.assert(
    fc.property(fc.record({ score: fc.constantFrom('7', undefined), remark }), (posted) => {
      const read = readFeedback(posted);
      if (read.kind === 'mistakes') return Object.keys(read.mistakes).length > 0;
      return !/(?!\n)\p{Cc}|\u202e/u.test(read.feedback.remark);
    }),
  );
});
