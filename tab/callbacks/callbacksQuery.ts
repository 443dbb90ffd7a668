import { CallbackListSchema } from '../../shared/callback/callbackList.ts';
import { liveQuery } from '../api/liveQuery.ts';
import type { ZevenApi } from '../api/zevenApi.ts';

/**
 * What is open.
 * @param department the id of one; undefined for all.
 */
export function callbacksQuery(api: ZevenApi, department: string | undefined) {
  const path =
    department === undefined ? '/api/callbacks' : `/api/callbacks?${new URLSearchParams({ department })}`;
  return liveQuery(['callbacks', department], (signal) => api.get(path, CallbackListSchema, signal));
}
