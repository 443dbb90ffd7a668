import { Temporal } from 'temporal-polyfill';
import type { Random } from '../../../bot/demo/random.ts';
import { type Callback, type CallbackStep, withStep } from '../../../shared/callback/callback.ts';
import { between } from './delivery.ts';
import { departmentIds, now } from './town.ts';

const by = { id: 'fatma', name: 'Fatma' };

/** Without the moment and the person. */
type Happening = CallbackStep extends infer Step
  ? Step extends CallbackStep
    ? Omit<Step, 'at' | 'by'>
    : never
  : never;

/** What becomes of a callback up to now, in any order that can be. */
export function callbackLife(random: Random, asked: Callback): Callback {
  let callback = asked;
  const happens = (what: Happening, at: Temporal.Instant) => {
    const last = callback.steps.at(-1)?.at ?? at;
    const later = Temporal.Instant.compare(at, last) < 0 ? last : at;
    if (Temporal.Instant.compare(later, now) > 0) return;
    callback = withStep(callback, { ...what, at: later, by } as CallbackStep);
  };
  const [{ at: askedAt }] = asked.steps;

  let at = askedAt;
  for (let left = between(random, 0, 3); left > 0; left--) {
    at = at.add({ minutes: between(random, 1, 900) });
    happens(onTheWay(random), at);
  }
  if (random.chance(0.8)) happens(ending(random), endingAt(random, askedAt, asked.due));
  if (random.chance(0.1)) happens({ kind: 'corrected' }, at.add({ hours: 60 }));
  if (!random.chance(0.15)) return callback;
  happens(
    random.chance(0.5) ? { kind: 'reopened' } : { kind: 'asked', department: random.pick(departmentIds) },
    at,
  );
  if (random.chance(0.5)) happens(ending(random), endingAt(random, askedAt, asked.due));
  return callback;
}

function onTheWay(random: Random): Happening {
  const kind = random.pick(['taken', 'attempted', 'handedOver', 'corrected'] as const);
  if (kind === 'attempted') return { kind, messageLeft: random.chance(0.5) };
  return kind === 'handedOver' ? { kind, department: random.pick(departmentIds) } : { kind };
}

function ending(random: Random): Happening {
  return random.chance(0.1)
    ? { kind: 'withdrawn', reason: 'noLongerWanted' }
    : { kind: 'done', result: random.pick(['spoken', 'notReached'] as const) };
}

/** Mostly in time; sometimes at the very deadline, or a second later. */
function endingAt(random: Random, asked: Temporal.Instant, due: Temporal.Instant): Temporal.Instant {
  if (random.chance(0.1)) return due;
  if (random.chance(0.1)) return due.add({ seconds: 1 });
  const minutes = Math.floor(asked.until(due).total('minutes') * (random.chance(0.85) ? 1 : 2));
  return asked.add({ minutes: between(random, 0, minutes) });
}
