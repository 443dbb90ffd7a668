import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../shared/calendar/calendar.ts';
import type { Messenger } from './messenger.ts';
import type { Store } from './store/store.ts';

/** What the use cases work with; composed once, at start. */
export interface Services extends FactServices {
  readonly messenger: Messenger;
}

/** What those need that tell nobody anything: imports and figures, also as a command without the bot. */
export interface FactServices {
  readonly store: Store;
  readonly calendar: Calendar;
  now(): Temporal.Instant;
}
