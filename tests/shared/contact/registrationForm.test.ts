import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../shared/contact/contact.ts';
import { emptyForm, parseForm, type TypedForm } from '../../../shared/contact/registrationForm.ts';
import { testMunicipality as municipality } from '../municipality.ts';

const today = Temporal.PlainDate.from('2026-04-24');

function parse(typed: Partial<TypedForm>, outcome: Outcome = 'resolved') {
  return parseForm({ ...emptyForm, ...typed }, outcome, { municipality, today });
}

function mistakesIn(typed: Partial<TypedForm>, outcome?: Outcome) {
  const parsed = parse(typed, outcome);
  return parsed.kind === 'mistakes' ? parsed.mistakes : {};
}

function registrationOf(typed: Partial<TypedForm>, outcome?: Outcome) {
  const parsed = parse(typed, outcome);
  if (parsed.kind === 'mistakes') throw new Error(JSON.stringify(parsed.mistakes));
  return parsed.registration;
}

describe('the common case', () => {
  it('needs nothing but the preset channel and a button: the KCC resolved it itself', () => {
    expect(registrationOf({})).toEqual({
      channel: 'telephone',
      process: '',
      department: 'kcc',
      outcome: 'resolved',
      note: '',
      durationSeconds: undefined,
      receivedOn: undefined,
      request: undefined,
    });
  });

  it('takes the department from the process', () => {
    expect(registrationOf({ process: 'strook-grond' }).department).toBe('grondzaken');
  });

  it('lets a chosen department win over that of the process', () => {
    expect(registrationOf({ process: 'strook-grond', department: 'vergunningen' }).department).toBe(
      'vergunningen',
    );
  });
});

describe('the department', () => {
  it.each(['transferPickedUp', 'transferNotPickedUp', 'passedOn', 'callback'] as const)(
    'is asked when the outcome is %s',
    (outcome) => {
      expect(mistakesIn({}, outcome).department).toEqual({ kind: 'missing' });
    },
  );

  it('must be one of the municipality', () => {
    expect(mistakesIn({ department: 'ruimtevaart' })).toEqual({ department: { kind: 'unknownChoice' } });
  });
});

describe('a note', () => {
  it('of 1,000 characters fits, a longer one is refused and not cut', () => {
    expect(registrationOf({ note: 'x'.repeat(1000) }).note).toHaveLength(1000);
    expect(mistakesIn({ note: 'x'.repeat(1001) }).note).toEqual({ kind: 'tooLong', length: 1001, max: 1000 });
  });

  it('with a BSN is refused', () => {
    expect(mistakesIn({ note: 'bsn 123456782' }).note).toEqual({ kind: 'bsn' });
  });
});

describe('a callback', () => {
  const request = { department: 'grondzaken', citizenName: 'Jan Testburger', citizenPhone: '06 12345678' };

  it('keeps the number in E.164', () => {
    const { request: kept } = registrationOf({ ...request, subject: 'Grond' }, 'callback');
    expect(kept?.citizen).toEqual({ name: 'Jan Testburger', phone: '+31612345678' });
  });

  it('takes a foreign number', () => {
    const { request: kept } = registrationOf(
      { ...request, subject: 'Grond', citizenPhone: '+32 470 12 34 56' },
      'callback',
    );
    expect(kept?.citizen.phone).toBe('+32470123456');
  });

  it('takes its subject from the process where none was typed', () => {
    expect(registrationOf({ ...request, process: 'strook-grond' }, 'callback').request?.subject).toBe(
      'Strook grond kopen',
    );
  });

  it('says of every field what is wrong with it', () => {
    expect(mistakesIn({ citizenPhone: '12' }, 'callback')).toEqual({
      department: { kind: 'missing' },
      citizenName: { kind: 'missing' },
      citizenPhone: { kind: 'phone' },
      subject: { kind: 'missing' },
    });
  });

  it('is not asked for by other outcomes: what stands in its fields does not matter', () => {
    expect(registrationOf({ citizenPhone: '12' }).request).toBeUndefined();
  });
});

describe('the length of a call', () => {
  it('may be written with a comma', () => {
    expect(registrationOf({ durationMinutes: '4,5' }).durationSeconds).toBe(270);
  });

  it.each(['0', '-1', '181', 'lang', 'Infinity'])('cannot be %s minutes', (durationMinutes) => {
    expect(mistakesIn({ durationMinutes }).durationMinutes).toEqual({ kind: 'duration', max: 180 });
  });

  it('is only kept of a telephone call', () => {
    expect(registrationOf({ channel: 'email', durationMinutes: '5' }).durationSeconds).toBeUndefined();
  });
});

describe('the day on which a message came in', () => {
  it.each(['2026-04-25', '2025-04-23', 'gisteren', '2026-02-30'])('cannot be %s', (receivedOn) => {
    expect(mistakesIn({ channel: 'email', receivedOn }).receivedOn).toEqual({ kind: 'receivedOn' });
  });

  it('may be today', () => {
    expect(registrationOf({ channel: 'contactForm', receivedOn: '2026-04-24' }).receivedOn?.toString()).toBe(
      '2026-04-24',
    );
  });
});
