import { Temporal } from 'temporal-polyfill';
import type { StepOf } from '../../../shared/callback/callback.ts';
import { isOnTime, stateOf } from '../../../shared/callback/state.ts';
import { departmentName } from '../../../shared/municipality/municipality.ts';
import { callbackTexts } from '../../../shared/texts/callback.ts';
import type { CallbackView } from './callback.ts';
import { plainText } from './plainText.ts';

/** Where a callback stands, in a few words; never by colour alone. */
interface Status {
  readonly mark: string;
  readonly text: string;
  readonly color: 'default' | 'accent' | 'good' | 'warning' | 'attention';
}

export function statusOf(view: CallbackView): Status {
  const { callback, municipality, locale, standing } = view;
  const t = callbackTexts[locale];
  const { department, ending } = stateOf(callback);
  if (standing !== 'current') {
    const name = plainText(departmentName(municipality, department));
    return standing === 'handedOver'
      ? { mark: '→', text: t.handedOverHint(name), color: 'default' }
      : { mark: '→', text: t.waitingHint(name), color: 'warning' };
  }
  switch (ending?.kind) {
    case 'withdrawn': {
      const text = t.withdrawnBy(plainText(ending.by.name), t.withdrawalReasons[ending.reason]);
      return { mark: '×', text, color: 'default' };
    }
    case 'done':
      return doneStatus(view, ending);
    case undefined:
      return openStatus(view);
  }
}

function doneStatus({ callback, locale }: CallbackView, done: StepOf<'done'>): Status {
  const t = callbackTexts[locale];
  const isReached = done.result === 'spoken';
  return isOnTime(callback, done)
    ? { mark: '✓', text: isReached ? t.doneOnTime : t.notReachedOnTime, color: 'good' }
    : { mark: '✓', text: isReached ? t.doneLate : t.notReachedLate, color: 'warning' };
}

function openStatus({ callback, locale, now }: CallbackView): Status {
  const t = callbackTexts[locale];
  const owner = stateOf(callback).owner?.name;
  if (Temporal.Instant.compare(now, callback.due) > 0) {
    const text = owner === undefined ? t.late : t.lateAndTaken(plainText(owner));
    return { mark: '!', text, color: 'attention' };
  }
  return owner === undefined
    ? { mark: '○', text: t.open, color: 'warning' }
    : { mark: '●', text: t.takenBy(plainText(owner)), color: 'accent' };
}
