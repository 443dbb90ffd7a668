import fc from 'fast-check';
import type { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { act, type CallbackAction } from '../../../shared/callback/act.ts';
import { type Callback, revisionOf, withdrawalReasons } from '../../../shared/callback/callback.ts';
import { registrarNews } from '../../../shared/callback/registrarNews.ts';
import { isOpen, lastRevision, stateOf } from '../../../shared/callback/state.ts';
import { withdraw } from '../../../shared/callback/withdraw.ts';
import { correct, type Registered, register } from '../../../shared/contact/register.ts';
import { testMunicipality as municipality } from '../municipality.ts';
import { asked, fatma, gijs, kaatje } from './asked.ts';

/** Whatever people do with a callback, in whatever order, on whatever card they see. */
const departments = ['grondzaken', 'vergunningen', 'belastingen'];
const action = fc.oneof(
  fc.constant<CallbackAction>({ kind: 'take' }),
  fc.boolean().map((messageLeft): CallbackAction => ({ kind: 'attempt', messageLeft })),
  fc.constantFrom('spoken', 'notReached').map((result): CallbackAction => ({ kind: 'finish', result })),
  fc.constantFrom(...departments).map((department): CallbackAction => ({ kind: 'handOver', department })),
  { weight: 3, arbitrary: fc.constant<CallbackAction>({ kind: 'reopen' }) },
);
const clicked = fc.record({
  kind: fc.constant('click'),
  action,
  by: fc.constantFrom(kaatje, fatma, gijs),
  /** Most cards are up to date. */
  behind: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -1, max: 3 })),
});
const withdrawn = fc.record({
  kind: fc.constant('withdraw'),
  reason: fc.constantFrom(...withdrawalReasons),
});
const corrected = fc.record({
  kind: fc.constant('correct'),
  /** undefined: no callback is wanted. */
  department: fc.constantFrom(...departments, undefined),
});
const event = fc.record({
  minutesLater: fc.integer({ min: 0, max: 1000 }),
  what: fc.oneof({ weight: 10, arbitrary: clicked }, withdrawn, corrected),
});

const calendar = createCalendar(defaultRules);
const answers = {
  channel: 'telephone',
  process: '',
  department: 'grondzaken',
  outcome: 'callback',
  note: '',
  durationSeconds: undefined,
  receivedOn: undefined,
  request: asked.request,
} as const;
const [{ at: start }] = asked.steps;
const first = register(asked.id, answers, { by: kaatje, at: start, calendar, municipality });

type What = typeof event extends fc.Arbitrary<infer Event extends { what: unknown }> ? Event['what'] : never;

function after(registered: Registered, what: What, at: Temporal.Instant): Registered {
  const callback = callbackOf(registered);
  switch (what.kind) {
    case 'withdraw':
      return { ...registered, callback: withdraw(callback, what.reason, { by: kaatje, at }) };
    case 'correct': {
      const { department } = what;
      const registration =
        department === undefined
          ? ({ ...answers, outcome: 'resolved', request: undefined } as const)
          : { ...answers, department };
      return correct(registered, registration, { by: kaatje, at, calendar, municipality });
    }
    default: {
      const seenRevision = revisionOf(callback) - what.behind;
      const acted = act(callback, what.action, { by: what.by, at, seenRevision });
      return acted.kind === 'applied' ? { ...registered, callback: acted.callback } : registered;
    }
  }
}

function callbackOf({ callback }: Registered): Callback {
  return callback ?? expect.fail('The callback is gone');
}

it('whatever happens to a callback, its history only grows and its promise stands', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40, size: 'max' }), (events) => {
      let registered = first;
      let at = start;
      let told = 0;
      for (const { minutesLater, what } of events) {
        at = at.add({ minutes: minutesLater });
        const before = callbackOf(registered);
        registered = after(registered, what, at);
        const callback = callbackOf(registered);
        const { steps, due } = callback;

        expect(steps.slice(0, before.steps.length)).toEqual(before.steps);
        expect(revisionOf(callback) - revisionOf(before)).toBeOneOf([0, 1]);
        expect(due).toEqual(asked.due);

        const state = stateOf(callback);
        expect(state.ending?.kind).toBe(isOpen(state) ? undefined : state.status);
        if (isOpen(state)) expect(state.status).toBe(state.owner === undefined ? 'open' : 'taken');
        expect(state.attempts).toEqual(steps.filter(({ kind }) => kind === 'attempted'));
        expect(lastRevision(callback, state.assignment)).toBe(revisionOf(callback));

        const news = registrarNews(callback, told);
        if (news === undefined) continue;
        expect(news.revision).toBeGreaterThan(told);
        expect(news.step).toBe(steps[news.revision - 1]);
        expect(news.step.by).not.toEqual(kaatje);
        told = news.revision;
      }
    }),
    { numRuns: 500 },
  );
});
