import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { Services } from '../../bot/services.ts';
import { openStore } from '../../bot/store/store.ts';
import { createCalendar } from '../../shared/calendar/calendar.ts';
import { defaultRules } from '../../shared/calendar/rules.ts';
import { testMunicipality } from '../shared/municipality.ts';
import { type TestStorage, testStorage } from './azurite.ts';

/** What use cases and jobs work with, on storage of its own, with a clock that the test sets. */
export interface TestServices extends Services {
  itIs(moment: string): void;
}

interface ServicesOptions {
  /** Default: one that may not be used. */
  readonly messenger?: Services['messenger'];
  /** Default: storage of its own. */
  readonly storage?: TestStorage;
}

export async function testServices({
  messenger = nobody,
  storage = testStorage(),
}: ServicesOptions = {}): Promise<TestServices> {
  let clock = Temporal.Now.instant();
  return {
    store: await openStore({ kind: 'connectionString', ...storage }, () => testMunicipality.name),
    messenger,
    calendar: createCalendar(defaultRules),
    now: () => clock,
    itIs(moment) {
      clock = Temporal.Instant.from(moment);
    },
  };
}

const nobody: Services['messenger'] = {
  post: () => expect.fail('Nothing is posted here'),
  update: () => expect.fail('Nothing is updated here'),
  openChat: () => expect.fail('No chat is opened here'),
};
