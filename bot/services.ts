import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../shared/calendar/calendar.ts';
import type { Messenger } from './messenger.ts';
import type { Store } from './store/store.ts';

/** What the use cases work with; composed once, at start. */
export interface Services {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly calendar: Calendar;
  now(): Temporal.Instant;
}
