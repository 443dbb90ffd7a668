import type { OpenCallback } from '../../shared/alert/openCallback.ts';
import type { CallbackList, ListedCallback } from '../../shared/callback/callbackList.ts';
import { countUrgencies } from '../../shared/callback/urgency.ts';
import { urgencyAt } from '../../shared/callback/urgencyAt.ts';
import {
  type Department,
  departmentName,
  kcc,
  type Municipality,
} from '../../shared/municipality/municipality.ts';
import { settings } from '../../shared/settings.ts';
import type { Services } from '../services.ts';

/**
 * The open callbacks of a municipality, or of one of its departments, as the tab shows them.
 * @param department its id; undefined for all. Of one that there is not, nothing can be said.
 */
export async function readCallbackList(
  tenant: string,
  department: string | undefined,
  { store, calendar, now }: Services,
): Promise<CallbackList | undefined> {
  const [open, municipality] = await Promise.all([store.due.list(tenant), store.municipalities.read(tenant)]);
  const departments = departmentsOf(municipality, open);
  if (department !== undefined && !departments.some(({ id }) => id === department)) return undefined;

  const wanted = department === undefined ? open : open.filter((one) => one.department === department);
  const urgencyOf = urgencyAt({ calendar, now: now() });
  return {
    municipality: municipality.name,
    departments,
    counts: countUrgencies(wanted.map(({ due }) => urgencyOf(due))),
    callbacks: wanted.slice(0, settings.list.onPage).map((callback) => ({
      ...listed(callback, municipality),
      urgency: urgencyOf(callback.due),
    })),
  };
}

/** Those that the administrator keeps, and the contact centre where it has something open itself. */
function departmentsOf({ departments }: Municipality, open: readonly OpenCallback[]): Department[] {
  const isWithKcc = open.some(({ department }) => department === kcc.id);
  return [...departments, ...(isWithKcc ? [kcc] : [])].map(({ id, name }) => ({ id, name }));
}

function listed(
  { id, subject, department, due, askedAt, owner }: OpenCallback,
  municipality: Municipality,
): Omit<ListedCallback, 'urgency'> {
  return {
    id,
    subject,
    department: departmentName(municipality, department),
    due: due.toString(),
    askedAt: askedAt.toString(),
    owner: owner?.name ?? null,
  };
}
