import * as v from 'valibot';
import { urgencies } from './urgency.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const instant = v.pipe(v.string(), v.isoTimestamp());

/** An open callback as the tab shows it: nothing of the citizen. */
const ListedCallbackSchema = v.object({
  id: v.string(),
  subject: v.string(),
  /** The department's name. */
  department: v.string(),
  /** UTC instant. */
  due: instant,
  urgency: v.picklist(urgencies),
  /** UTC instant. */
  askedAt: instant,
  /** The name of who took it; null when nobody did. */
  owner: v.nullable(v.string()),
});
export type ListedCallback = v.InferOutput<typeof ListedCallbackSchema>;

/** Answer of `GET /api/callbacks`. */
export const CallbackListSchema = v.object({
  /** The municipality's name. */
  municipality: v.string(),
  /** Every department that can be asked for, in the order of their names. */
  departments: v.array(v.object({ id: v.string(), name: v.string() })),
  /** Of all that is open; of one department where that was asked for. */
  counts: v.object({ overdue: count, today: count, nextWorkingDay: count, later: count }),
  /** The most urgent first; where there are very many, only the first of them. */
  callbacks: v.array(ListedCallbackSchema),
});
export type CallbackList = v.InferOutput<typeof CallbackListSchema>;
