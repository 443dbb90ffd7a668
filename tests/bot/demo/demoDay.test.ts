import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { kccTeam, madeUpSurnames, teams } from '../../../bot/demo/people.ts';
import { waterland } from '../../../bot/demo/waterland.ts';
import { localDay } from '../../../shared/calendar/zone.ts';
import { dayOf } from '../../../shared/contact/contactId.ts';
import type { Registered } from '../../../shared/contact/register.ts';
import { emptyForm, parseForm, type TypedForm } from '../../../shared/contact/registrationForm.ts';
import { calendar, day, now, today, year } from './waterlandYear.ts';

const all = year.flat();
const callbacks = all.flatMap(({ callback }) => callback ?? []);

it('gives the same registrations for the same day, and others for another', () => {
  const text = (registrations: readonly Registered[]) => JSON.stringify(registrations);
  expect(text(day('2026-05-18'))).toBe(text(day('2026-05-18')));
  const answers = (date: string) => day(date).map(({ contact }) => `${contact.process} ${contact.outcome}`);
  expect(answers('2026-05-18')).not.toEqual(answers('2026-05-11'));
});

it('only adds to a day as time goes by', () => {
  const before = day('2026-11-23', Temporal.Instant.from('2026-11-23T11:00:00Z'));
  const after = new Map(day('2026-11-23').map((registered) => [registered.contact.id, registered]));
  expect(before.length).toBeGreaterThan(30);
  expect(before.length).toBeLessThan(after.size);
  for (const { contact, callback } of before) {
    const later = after.get(contact.id);
    expect(JSON.stringify(later?.contact)).toBe(JSON.stringify(contact));
    expect(JSON.stringify(later?.callback?.steps.slice(0, callback?.steps.length))).toBe(
      JSON.stringify(callback?.steps),
    );
  }
});

it('knows nothing of what has yet to happen', () => {
  const moments = all.flatMap(({ contact, callback }) => [
    contact.registeredAt,
    ...(callback?.steps ?? []).map(({ at }) => at),
  ]);
  expect(moments.filter((at) => Temporal.Instant.compare(at, now) >= 0)).toEqual([]);
  expect(year.at(-1)?.length).toBeGreaterThan(10);
  expect(day(today.add({ days: 1 }).toString())).toEqual([]);
});

it('works in office hours only, and never on a closed day', () => {
  for (const closed of ['2026-04-27', '2026-12-25', '2026-05-14', '2026-11-22']) {
    expect(day(closed, Temporal.Instant.from('2027-01-01T00:00:00Z'))).toEqual([]);
  }
  for (const { contact, callback } of all) {
    expect(dayOf(contact.id)).toBe(localDay(contact.registeredAt).toString());
    for (const at of [contact.registeredAt, ...(callback?.steps ?? []).map((step) => step.at)]) {
      const office = calendar.workingDay(localDay(at));
      if (office === undefined) expect.fail(`${contact.id}: something happens at ${at}`);
      const isOpen = at.epochMilliseconds >= office.opens.epochMilliseconds;
      if (!isOpen || at.epochMilliseconds > office.closes.epochMilliseconds)
        expect.fail(`${contact.id}: ${at}`);
    }
  }
});

it('registers only what the registration card would have let through', () => {
  for (const { contact, callback } of all) {
    const { id: _, registeredAt, registeredBy, correctedAt, ...answers } = contact;
    const parsed = parseForm(typedAgain({ contact, callback }), contact.outcome, {
      municipality: waterland,
      today: localDay(registeredAt),
    });
    const registration = { ...answers, request: callback?.request };
    const text = JSON.stringify({ kind: 'registration', registration });
    if (JSON.stringify(parsed) !== text) expect.fail(`${JSON.stringify(parsed)} is not ${text}`);
  }
});

function typedAgain({ contact, callback }: Registered): TypedForm {
  const { channel, process, department, note, durationSeconds, receivedOn } = contact;
  return {
    ...emptyForm,
    ...{ channel, process, department, note },
    durationMinutes: durationSeconds === undefined ? '' : String(durationSeconds / 60),
    receivedOn: receivedOn?.toString() ?? '',
    citizenName: callback?.request.citizen.name ?? '',
    citizenPhone: callback?.request.citizen.phone ?? '',
    subject: callback?.request.subject ?? '',
    preferredMoment: callback?.request.preferredMoment ?? '',
  };
}

it('names nobody who exists', () => {
  for (const { request } of callbacks) {
    expect(madeUpSurnames.some((surname) => request.citizen.name.endsWith(` ${surname}`))).toBe(true);
    expect(request.citizen.phone).toMatch(/^\+31299000\d{3}$/);
  }
});

it('has the KCC register and the department in question call back', () => {
  expect(new Set(all.map(({ contact }) => contact.registeredBy))).toEqual(new Set(kccTeam));
  const employees: ReadonlyMap<string, readonly { id: string }[]> = new Map(Object.entries(teams));
  for (const callback of callbacks) {
    let department = '';
    for (const step of callback.steps) {
      if (step.kind !== 'asked') {
        expect(employees.get(department)).toContainEqual(step.by);
      }
      if ('department' in step) department = step.department;
    }
  }
});

it('lives callbacks in all ways: taken, tried, handed over, spoken, not reached', () => {
  const kinds = new Set(callbacks.flatMap(({ steps }) => steps.map(({ kind }) => kind)));
  expect(kinds).toEqual(new Set(['asked', 'taken', 'attempted', 'handedOver', 'done']));
  const results = callbacks.flatMap(({ steps }) =>
    steps.flatMap((step) => ('result' in step ? step.result : [])),
  );
  expect(new Set(results)).toEqual(new Set(['spoken', 'notReached']));
});
