import type { Store } from '../../../bot/store/store.ts';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { type CallbackStep, withStep } from '../../../shared/callback/callback.ts';
import { contactId } from '../../../shared/contact/contactId.ts';
import { type Registered, register } from '../../../shared/contact/register.ts';
import { TENANT } from '../../rig/activities.ts';
import { local } from '../../shared/alert/openCallbacks.ts';
import { testMunicipality as municipality } from '../../shared/municipality.ts';
import { dayOf } from './plainDays.ts';
import { type Story, type StoryEvent, subjectOf } from './story.ts';

interface Span {
  readonly after: string;
  readonly upTo: string;
}

const calendar = createCalendar(defaultRules);
const kaatje = { id: 'kaatje', name: 'Kaatje Contactlijn' };

/** Writes what happened in the span: the facts, and the index that follows from them as the worker has it do. */
export async function writeStories(
  stories: readonly Story[],
  { after, upTo }: Span,
  store: Store,
): Promise<void> {
  const isInSpan = (moment: string) => moment > after && moment <= upTo;
  const changed = stories
    .filter(({ askedAt, events }) => isInSpan(askedAt) || events.some(({ at }) => isInSpan(at)))
    .filter(({ askedAt }) => askedAt <= upTo);
  const registrations = changed.map((one) => registered(one, upTo));
  const byDay = Map.groupBy(registrations, ({ contact }) => dayOf(contact.id));
  await Promise.all([...byDay.values()].map((ofDay) => store.contacts.putDay(TENANT, ofDay)));
  for (let start = 0; start < registrations.length; start += sideBySide) {
    const some = registrations.slice(start, start + sideBySide);
    await Promise.all(some.map(({ callback }) => callback && store.due.follow(TENANT, callback)));
  }
}

/** More connections than this make storage no faster. */
const sideBySide = 32;

function registered(one: Story, upTo: string): Registered {
  const { number, askedAt, department, events } = one;
  const fresh = register(
    contactId(dayOf(askedAt), String(number).padStart(16, '0')),
    {
      channel: 'telephone',
      process: '',
      department,
      outcome: 'callback',
      note: '',
      durationSeconds: undefined,
      receivedOn: undefined,
      request: {
        citizen: { name: 'Jan Testburger', phone: '+31612345678' },
        subject: subjectOf(one),
        preferredMoment: '',
      },
    },
    { by: kaatje, at: local(askedAt), calendar, municipality },
  );
  const steps = events.filter(({ at }) => at <= upTo).map(stepOf);
  return { ...fresh, callback: fresh.callback && steps.reduce(withStep, fresh.callback) };
}

function stepOf(event: StoryEvent): CallbackStep {
  const at = local(event.at);
  switch (event.kind) {
    case 'taken':
      return { kind: 'taken', by: event.by, at };
    case 'handedOver':
      return { kind: 'handedOver', by: kaatje, at, department: event.department };
    case 'done':
      return { kind: 'done', by: kaatje, at, result: 'spoken' };
    case 'withdrawn':
      return { kind: 'withdrawn', by: kaatje, at, reason: 'noLongerWanted' };
  }
}
