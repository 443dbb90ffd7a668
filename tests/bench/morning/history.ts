import { sendAlerts } from '../../../bot/alert/sendAlerts.ts';
import { rollUpDay } from '../../../bot/scorecard/rollUpDay.ts';
import { openStore } from '../../../bot/store/store.ts';
import { withStep } from '../../../shared/callback/callback.ts';
import { dayOf } from '../../../shared/contact/contactId.ts';
import type { Registered } from '../../../shared/contact/register.ts';
import { local } from '../../shared/alert/openCallbacks.ts';
import { print } from '../bench.ts';
import { countTableRequests } from '../countingProxy.ts';
import { asked, calendar, departments, settle, tenantId } from './municipalities.ts';

/** Callbacks that were done before, and those that are open in each department. */
const mornings = [
  { done: 50, open: 2 },
  { done: 500, open: 2 },
  { done: 5_000, open: 2 },
  { done: 50, open: 20 },
] as const;

/** Storage requests of a morning's alerts with ever more history, and with more that is due. Goal: the same. */
export async function benchHistory(connectionString: string): Promise<void> {
  print(`  Table requests for the alerts of ${departments.length} departments`);
  const prefix = 'history';
  const tables = await countTableRequests(connectionString, prefix);
  const config = { kind: 'connectionString', connectionString: tables.connectionString, prefix } as const;
  const store = await openStore(config, () => 'Gemeente Testdam');
  const services = {
    store,
    messenger: { post: delivered, update: delivered, openChat: () => Promise.reject(new Error('No chat')) },
    calendar,
    now: () => local('2026-04-22T08:30'),
  };
  let first: number | undefined;
  for (const [index, { done, open }] of mornings.entries()) {
    const tenant = tenantId(index);
    await settle(store, tenant, { at: local('2026-04-20T09:00'), open });
    for (const [day, ofDay] of history(done)) {
      await store.contacts.putDay(tenant, ofDay);
      await rollUpDay(tenant, day, services);
    }
    tables.take();
    await sendAlerts(tenant, services);
    const requests = [...tables.take().values()].reduce((sum, count) => sum + count, 0);
    first ??= requests;
    const ratio = (requests / first).toFixed(2);
    print(
      `    ${done.toLocaleString('en').padStart(5)} callbacks done, ${String(open).padStart(2)} open a department: ${requests} requests, ${ratio}× (goal 1.00×)`,
    );
  }
  await tables.stop();
}

/** Callbacks that were asked and done in the weeks before, by day. */
function history(size: number): Map<string, Registered[]> {
  const all = Array.from({ length: size }, (_, index) => {
    const at = local(`2026-04-${String(1 + (index % 17)).padStart(2, '0')}T10:00`);
    const department = departments[index % departments.length] ?? '';
    const { contact, callback } = asked(department, at);
    const done = { kind: 'done', result: 'spoken', at, by: contact.registeredBy } as const;
    return { contact, callback: callback && withStep(callback, done) };
  });
  return Map.groupBy(all, ({ contact }) => dayOf(contact.id));
}

const delivered = async () => ({ kind: 'delivered', activity: '1' }) as const;
