import { TableClient, type TransactionAction } from '@azure/data-tables';
import type { Temporal } from 'temporal-polyfill';
import type { Store } from '../../../bot/store/store.ts';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { localDay } from '../../../shared/calendar/zone.ts';
import { type Registered, register } from '../../../shared/contact/register.ts';
import { someId } from '../../bot/registered.ts';
import { testMunicipality as municipality } from '../../shared/municipality.ts';

export const calendar = createCalendar(defaultRules);
export const departments = Array.from({ length: 12 }, (_, index) => `afdeling-${index}`);

export function tenantId(number: number): string {
  return `7e000000-0000-4000-8000-1${String(number).padStart(11, '0')}`;
}

export function conversationOf(tenant: string, department: string): string {
  return `19:${tenant}-${department}@thread.tacv2`;
}

/** A callback that was asked of a department. */
export function asked(department: string, at: Temporal.Instant): Registered {
  return register(
    someId(localDay(at).toString()),
    {
      channel: 'telephone',
      process: '',
      department,
      outcome: 'callback',
      note: '',
      durationSeconds: undefined,
      receivedOn: undefined,
      request: {
        citizen: { name: 'Jan Testburger', phone: '+31612345678' },
        subject: 'Vraag over de berm',
        preferredMoment: '',
      },
    },
    { by: { id: 'kaatje', name: 'Kaatje' }, at, calendar, municipality },
  );
}

/** Twelve departments with their channels, that were told all until now, and so many open callbacks each. */
export async function settle(
  store: Store,
  tenant: string,
  { at, open }: { readonly at: Temporal.Instant; readonly open: number },
): Promise<void> {
  for (const department of departments) {
    const conversation = conversationOf(tenant, department);
    await store.municipalities.putDepartment(tenant, { id: department, name: department });
    await store.places.put(tenant, {
      kind: 'channel',
      conversation,
      person: '',
      team: '',
      serviceUrl: 'https://teams.test/',
      botId: '28:bot',
    });
    await store.places.link(tenant, department, conversation);
    await store.alerts.start(tenant, { addressee: department, alertedOn: '', toldUntil: at });
    for (let left = open; left > 0; left--) {
      const { callback } = asked(department, at);
      if (callback !== undefined) await store.due.follow(tenant, callback);
    }
  }
}

interface Storage {
  readonly connectionString: string;
  readonly prefix: string;
}

/** Makes municipalities that are like the first in all but their ids. */
export async function copy(first: string, others: readonly string[], storage: Storage): Promise<void> {
  for (const name of ['Settings', 'Places', 'Alerts', 'Due']) {
    const table = TableClient.fromConnectionString(storage.connectionString, storage.prefix + name, {
      allowInsecureConnection: true,
    });
    const rows: Record<string, unknown>[] = [];
    for await (const { etag: _, timestamp: _at, ...row } of table.listEntities()) rows.push(row);
    const copies = others.map((other) => rows.map((row) => copyOf(row, first, other)));
    for (let start = 0; start < copies.length; start += sideBySide) {
      const some = copies.slice(start, start + sideBySide);
      await Promise.all(some.map((actions) => table.submitTransaction(actions)));
    }
  }
}

const sideBySide = 16;

function copyOf(row: Record<string, unknown>, first: string, other: string): TransactionAction {
  const columns = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll(first, other) : value,
  ]);
  return ['create', Object.fromEntries(columns)];
}
