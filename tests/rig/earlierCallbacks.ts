import { Temporal } from 'temporal-polyfill';
import { importContacts } from '../../bot/contact/importContacts.ts';
import { localDay } from '../../shared/calendar/zone.ts';
import { type Callback, withStep } from '../../shared/callback/callback.ts';
import { register } from '../../shared/contact/register.ts';
import type { Person } from '../../shared/person.ts';
import { someId } from '../bot/registered.ts';
import { testMunicipality as municipality } from '../shared/municipality.ts';
import { TENANT } from './activities.ts';
import type { TestZeven } from './zeven.ts';

export interface EarlierCallback {
  /** When it was asked: "2026-11-23T10:00+01:00". */
  readonly at: string;
  readonly subject: string;
  /** Default: grondzaken. */
  readonly department?: string;
  /** Default: somebody of the contact centre whom no test knows. */
  readonly by?: Person;
  /** Who took it. Default: nobody. */
  readonly owner?: Person;
}

const somebody: Person = { id: 'somebody', name: 'Iemand van het KCC' };

/** Callbacks of Jan Testburger that were asked before the test began; none has a card in Teams. */
export async function askedEarlier(
  { zeven: { services } }: TestZeven,
  callbacks: readonly EarlierCallback[],
): Promise<void> {
  const registrations = callbacks.map(({ at, subject, department = 'grondzaken', by = somebody, owner }) => {
    const instant = Temporal.Instant.from(at);
    const registered = register(
      someId(localDay(instant).toString()),
      {
        channel: 'telephone',
        process: '',
        department,
        outcome: 'callback',
        note: '',
        durationSeconds: undefined,
        receivedOn: undefined,
        request: { citizen: { name: 'Jan Testburger', phone: '+31612345678' }, subject, preferredMoment: '' },
      },
      { by, at: instant, calendar: services.calendar, municipality },
    );
    const { callback } = registered;
    return owner && callback ? { ...registered, callback: taken(callback, owner, instant) } : registered;
  });
  await importContacts(TENANT, registrations, services);
}

function taken(callback: Callback, by: Person, at: Temporal.Instant): Callback {
  return withStep(callback, { kind: 'taken', by, at });
}
