import type { Temporal } from 'temporal-polyfill';
import type { OpenCallback } from '../../shared/alert/openCallback.ts';
import type { Municipality } from '../../shared/municipality/municipality.ts';
import type { Person } from '../../shared/person.ts';
import type { Place } from '../store/places.ts';
import type { Figures } from './figures.ts';

/** How things stand with a department at one look. */
export interface Situation {
  readonly tenant: string;
  readonly department: string;
  readonly municipality: Municipality;
  readonly lead: Person | undefined;
  /** Its open callbacks, the most urgent first. */
  readonly open: readonly OpenCallback[];
  readonly at: Temporal.Instant;
  /** Its channel; undefined while nothing can be posted there. Read only when there is something to post. */
  channel(): Promise<Place | undefined>;
  /** Read once a look, whoever asks, and only when somebody does. */
  figures(): Promise<Figures>;
}
