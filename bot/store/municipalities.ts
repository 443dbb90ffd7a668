import * as v from 'valibot';
import type { CustomerProcess, Department, Municipality } from '../../shared/municipality/municipality.ts';
import { PersonSchema } from '../../shared/person.ts';
import { settings } from '../../shared/settings.ts';
import { cached } from './cached.ts';
import { JsonColumn, listRows } from './rows.ts';
import type { Storage } from './storage.ts';

/**
 * What the administrator keeps: departments (table Settings, rows `department_<id>`) and customer
 * processes (table Processes, row `<id>`). One partition a tenant.
 *
 * @param nameOf the municipality's name, which the configuration holds by tenant.
 */
export function openMunicipalities(storage: Storage, nameOf: (tenant: string) => string) {
  const kept = storage.table('Settings');
  const processes = storage.table('Processes');
  async function load(tenant: string): Promise<Municipality> {
    const departments: Department[] = [];
    for await (const row of listRows(kept, tenant, 'department_')) {
      departments.push(v.parse(DepartmentRow, row));
    }
    const customerProcesses: CustomerProcess[] = [];
    for await (const row of listRows(processes, tenant)) customerProcesses.push(v.parse(ProcessRow, row));
    return {
      name: nameOf(tenant),
      departments: departments.sort(byName),
      processes: customerProcesses.sort(byName),
    };
  }

  const municipality = cached(load, settings.store.rememberMs);

  return {
    /** The municipality, at most half a minute old. */
    read: municipality.read,

    async putDepartment(tenant: string, { id, name, lead }: Department): Promise<void> {
      const row = { partitionKey: tenant, rowKey: `department_${id}`, id, name };
      await kept.upsertEntity({ ...row, lead: lead && JSON.stringify(lead) }, 'Replace');
      municipality.forget(tenant);
    },

    async putProcess(tenant: string, process: CustomerProcess): Promise<void> {
      await processes.upsertEntity({ partitionKey: tenant, rowKey: process.id, ...process }, 'Replace');
      municipality.forget(tenant);
    },
  };
}

const DepartmentRow = v.object({
  id: v.string(),
  name: v.string(),
  lead: v.optional(JsonColumn(PersonSchema)),
});

const ProcessRow = v.pipe(
  v.object({
    id: v.string(),
    name: v.string(),
    department: v.string(),
    callbackWorkingDays: v.optional(v.number()),
  }),
  v.transform(({ callbackWorkingDays, ...process }) => ({ ...process, callbackWorkingDays })),
);

const dutch = new Intl.Collator('nl');

function byName(one: { name: string }, other: { name: string }): number {
  return dutch.compare(one.name, other.name);
}
