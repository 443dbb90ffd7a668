import { importContacts } from '../../bot/contact/importContacts.ts';
import { localDay } from '../../shared/calendar/zone.ts';
import { someId, someRegistration } from '../bot/registered.ts';
import { TENANT } from '../rig/activities.ts';
import { type Bench, median, print } from './bench.ts';

const sizes = [100, 1_000, 10_000, 30_000];
const times = 200;

/** The scorecard's API with ever more contacts in the month. Goal: one Table request, and no slower. */
export async function benchScorecard({ zeven, tables }: Bench): Promise<void> {
  const { services, url } = zeven;
  const { token } = (await (await fetch(`${url}/api/local/token`, { method: 'POST' })).json()) as {
    token: string;
  };
  const headers = { authorization: `Bearer ${token}` };
  const read = async () => {
    const response = await fetch(`${url}/api/scorecard`, { headers });
    await response.text();
    if (!response.ok) throw new Error(`The scorecard answers ${response.status}`);
  };

  print('The scorecard of a month, over HTTP');
  const today = localDay(services.now());
  let contacts = 0;
  let smallest: number | undefined;
  for (const size of sizes) {
    const missing = size - contacts;
    const registrations = Array.from({ length: missing }, (_, index) =>
      someRegistration({}, someId(today.with({ day: 1 + (index % today.day) }).toString())),
    );
    await importContacts(TENANT, registrations, services);
    contacts = size;
    await read();
    tables.take();
    const took = await median(times, read);
    smallest ??= took;
    const requests = [...tables.take()].map(
      ([request, count]) => `${request} ${(count / (times * 1.1)).toFixed(2)}`,
    );
    print(
      `  ${String(size).padStart(6)} contacts: median ${took.toFixed(2)} ms (${(took / smallest).toFixed(2)}×); Table requests each: ${requests.join(', ')}`,
    );
  }
}
