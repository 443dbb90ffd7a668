import { setTimeout as sleep } from 'node:timers/promises';
import { localDay } from '../../shared/calendar/zone.ts';
import type { ContactId } from '../../shared/contact/contactId.ts';
import { someId, someRegistration } from '../bot/registered.ts';
import { execute, inChat, person, send, TENANT } from '../rig/activities.ts';
import { type Bench, median, print } from './bench.ts';

const times = 300;

/** Registering over HTTP, against the one Table transaction that it cannot do without. Goal: one transaction each. */
export async function benchRegistering({ zeven, connector, tables }: Bench): Promise<void> {
  const { store, now } = zeven.services;
  const kaatje = inChat(connector, person(1, 'Kaatje Contactlijn'));
  const today = localDay(now()).toString();
  const registerOne = async (id: ContactId = someId(today)) => {
    const data = {
      verb: 'registration.submit',
      id,
      outcome: 'resolved',
      correcting: false,
      channel: 'telephone',
    };
    const { body } = await send(zeven.url, execute(kaatje, { activityId: '', verb: data.verb, data }));
    if (body?.type !== 'application/vnd.microsoft.card.adaptive') throw new Error(JSON.stringify(body));
  };

  await registerOne();
  await quiet();
  tables.take();
  const whole = await median(times, () => registerOne());
  await quiet();
  const counted = tables.take();
  const bare = await median(times, () =>
    store.contacts.create(TENANT, someRegistration({}, someId('2020-01-02'))),
  );

  print('Registering a contact, end to end over HTTP');
  print(
    `  median ${whole.toFixed(1)} ms, ${(whole / bare).toFixed(1)}× a bare Table transaction (${bare.toFixed(1)} ms)`,
  );
  const registrations = Math.ceil(times * 1.1);
  print(`  Table requests for ${registrations} registrations, and all that follows from them:`);
  for (const [request, count] of counted)
    print(`    ${request.padEnd(16)} ${count} (${(count / registrations).toFixed(2)} each)`);
}

/** Until the work that follows registrations is done. */
async function quiet(): Promise<void> {
  await sleep(1500);
}
