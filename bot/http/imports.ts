import { readImports } from '../imports/readImports.ts';
import type { FactServices } from '../services.ts';
import { answerTab, type TabDoor } from './tabApi.ts';

/** `GET /api/imports`: what came in lately, and what can be imported. */
export function answerImports(door: TabDoor, services: FactServices) {
  return answerTab(door, {
    forbidden: 'forbiddenImport',
    async find(tenant) {
      return { kind: 'found', answer: await readImports(tenant, services) };
    },
  });
}
