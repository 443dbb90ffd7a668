import { Temporal } from 'temporal-polyfill';
import { act, type CallbackAction } from '../../../shared/callback/act.ts';
import { type Callback, revisionOf } from '../../../shared/callback/callback.ts';
import { contactId } from '../../../shared/contact/contactId.ts';

export const kaatje = { id: 'kaatje', name: 'Kaatje' };
export const fatma = { id: 'fatma', name: 'Fatma' };
export const gijs = { id: 'gijs', name: 'Gijs' };

/** Kaatje asked it of Grondzaken on a Friday; it is due the next Wednesday, 17:00. */
export const asked: Callback = {
  id: contactId('2026-04-24', 'abcdefghijklmnop'),
  request: {
    citizen: { name: 'Jan Testburger', phone: '+31612345678' },
    subject: 'Strook grond',
    preferredMoment: '',
  },
  note: '',
  process: '',
  due: Temporal.Instant.from('2026-04-29T15:00:00Z'),
  promisedWorkingDays: 2,
  steps: [
    {
      kind: 'asked',
      at: Temporal.Instant.from('2026-04-24T08:00:00Z'),
      by: kaatje,
      department: 'grondzaken',
    },
  ],
};

export const morning = Temporal.Instant.from('2026-04-28T08:00:00Z');
export const afternoon = Temporal.Instant.from('2026-04-28T12:00:00Z');

/** What comes of an action by somebody who sees the callback as it is. */
export function acted(callback: Callback, action: CallbackAction, by = fatma, at = morning): Callback {
  const result = act(callback, action, { by, at, seenRevision: revisionOf(callback) });
  if (result.kind !== 'applied') throw new Error(result.kind);
  return result.callback;
}

export const attempt = (messageLeft: boolean): CallbackAction => ({ kind: 'attempt', messageLeft });
export const spoken: CallbackAction = { kind: 'finish', result: 'spoken' };
export const toPermits: CallbackAction = { kind: 'handOver', department: 'vergunningen' };
