import { ImportsSchema } from '../../shared/imports/importRun.ts';
import { liveQuery } from '../api/liveQuery.ts';
import type { ZevenApi } from '../api/zevenApi.ts';

/** What came in lately, and what can be imported. */
export function importsQuery(api: ZevenApi) {
  return liveQuery(['imports'], (signal) => api.get('/api/imports', ImportsSchema, signal));
}
