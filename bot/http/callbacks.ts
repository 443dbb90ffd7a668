import * as v from 'valibot';
import { readCallbackList } from '../callback/readCallbackList.ts';
import type { Services } from '../services.ts';
import { answerTab, type TabDoor } from './tabApi.ts';

const DepartmentSchema = v.optional(v.string());

/** `GET /api/callbacks?department=<id>`: what is open, the most urgent first, for who may see it all. */
export function answerCallbacks(door: TabDoor, services: Services) {
  return answerTab(door, {
    forbidden: 'forbiddenList',
    async find(tenant, query) {
      const department = v.safeParse(DepartmentSchema, query['department']);
      const list = department.success && (await readCallbackList(tenant, department.output, services));
      return list ? { kind: 'found', answer: list } : { kind: 'wrong', code: 'badDepartment' };
    },
  });
}
