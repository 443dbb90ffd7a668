import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { callbackCard } from '../../../bot/teams/cards/callback.ts';
import { receiptCard } from '../../../bot/teams/cards/receipt.ts';
import { registrarNewsCard, registrarNewsPreview } from '../../../bot/teams/cards/registrarNews.ts';
import { createCalendar } from '../../../shared/calendar/calendar.ts';
import { callbackDeadline } from '../../../shared/calendar/deadline.ts';
import { defaultRules } from '../../../shared/calendar/rules.ts';
import { type Callback, type CallbackStep, withStep } from '../../../shared/callback/callback.ts';
import { registrarNews } from '../../../shared/callback/registrarNews.ts';
import { withdraw } from '../../../shared/callback/withdraw.ts';
import { cardMistakes } from '../../rig/cardMistakes.ts';
import { citizenData, wordsOn } from '../../rig/cardWords.ts';
import {
  acted,
  afternoon,
  asked,
  attempt,
  gijs,
  kaatje,
  morning,
  spoken,
  toPermits,
} from '../../shared/callback/asked.ts';
import { testMunicipality as municipality } from '../../shared/municipality.ts';
import { someRegistration } from '../registered.ts';

const [{ at: askedAt }] = asked.steps;
const deadline = callbackDeadline(createCalendar(defaultRules), askedAt, 2);
const locales = ['nl', 'en'] as const;

const tried = [morning, morning, afternoon].reduce(
  (callback, at) => acted(callback, attempt(true), gijs, at),
  asked,
);
const done = acted(tried, spoken, gijs, afternoon);
const handedOver = acted(asked, toPermits);
const states: Record<string, Callback> = {
  open: asked,
  taken: acted(asked, { kind: 'take' }),
  tried,
  done,
  'not reached': acted(tried, { kind: 'finish', result: 'notReached' }),
  reopened: acted(done, { kind: 'reopen' }, gijs, afternoon),
  'handed over': handedOver,
  withdrawn: withdraw(tried, 'alreadyHelped', { by: kaatje, at: afternoon }),
};

interface Shown {
  readonly standing?: 'current' | 'handedOver' | 'waiting';
  readonly locale?: 'nl' | 'en';
  readonly now?: Temporal.Instant;
}

function draw(callback: Callback, { standing = 'current', locale = 'nl', now = afternoon }: Shown = {}) {
  return callbackCard({ callback, deadline, municipality, locale, now, standing });
}

function receipt(callback: Callback, locale: 'nl' | 'en' = 'nl') {
  const { contact } = someRegistration({ outcome: 'callback' });
  const registered = { contact, callback };
  return receiptCard({ registered, deadline, waiting: false, mayCorrect: true, municipality, locale });
}

describe('what Teams would not draw is on none of the cards', () => {
  it.each(Object.entries(states))('of a callback that is %s', (_, callback) => {
    for (const locale of locales) {
      for (const standing of ['current', 'handedOver', 'waiting'] as const) {
        expect(cardMistakes(draw(callback, { locale, standing }))).toEqual([]);
      }
      expect(cardMistakes(receipt(callback, locale))).toEqual([]);
    }
  });

  it('with a history of 100 steps by people with long names, and everything else as long as it may be', () => {
    const by = { id: 'long', name: 'Wilhelmina-Johanna van den Heuvel-Oosterhuis (Gemeente Waterland)' };
    const steps = Array.from({ length: 99 }, (_, index): CallbackStep => {
      const at = morning.add({ minutes: index });
      return index % 2 === 0
        ? { kind: 'attempted', messageLeft: true, by, at }
        : { kind: 'withdrawn', reason: 'noLongerWanted', by, at };
    });
    const request = { ...asked.request, subject: 's'.repeat(200), preferredMoment: 'm'.repeat(200) };
    const long = { ...steps.reduce(withStep, asked), request, note: 'é'.repeat(1000) };
    const card = draw(long);
    expect(cardMistakes(card)).toEqual([]);
    expect(wordsOn(card)).toContain('60 eerdere stappen');
  });
});

describe('the citizen is not', () => {
  it.each([
    ['on a withdrawn card', draw(states['withdrawn'] ?? asked)],
    ['on a card that was handed over', draw(handedOver, { standing: 'handedOver' })],
    ['on one that was handed over to where there is no channel', draw(handedOver, { standing: 'waiting' })],
    ['on a receipt of what was withdrawn', receipt(states['withdrawn'] ?? asked)],
  ])('%s', (_, card) => {
    expect(JSON.stringify(card)).not.toMatch(citizenData);
  });

  it.each(['done', 'not reached', 'handed over', 'reopened'])('in the news that it is %s', (state) => {
    const view = newsView(states[state] ?? asked, state === 'reopened' ? 5 : 0);
    expect(cardMistakes(registrarNewsCard(view))).toEqual([]);
    expect(JSON.stringify(registrarNewsCard(view))).not.toMatch(citizenData);
    expect(registrarNewsPreview(view)).not.toContain(asked.request.subject);
  });
});

describe('the button that opens it again', () => {
  const offers = (callback: Callback, now: Temporal.Instant, standing: Shown['standing'] = 'current') =>
    wordsOn(draw(callback, { now, standing })).includes('Heropenen');

  it('is there for a day after the end', () => {
    expect(offers(done, afternoon)).toBe(true);
    expect(offers(done, afternoon.add({ hours: 24 }))).toBe(true);
    expect(offers(done, afternoon.add({ hours: 24, seconds: 1 }))).toBe(false);
  });

  it.each(['open', 'reopened', 'withdrawn'])('is not on what is %s', (state) => {
    expect(offers(states[state] ?? done, afternoon)).toBe(false);
  });
});

describe('the news', () => {
  it('says where a callback went on to since', () => {
    const wentOn = acted(handedOver, { kind: 'handOver', department: 'belastingen' });
    const words = wordsOn(registrarNewsCard(newsView(wentOn)));
    expect(words).toMatch(/Overgedragen aan Vergunningen.*Nu bij: .*belastingen/);
    expect(wordsOn(registrarNewsCard(newsView(handedOver)))).not.toContain('Nu bij');
  });

  it('says of a deadline that passed before it was handed over that it passed', () => {
    const late = acted(asked, toPermits, gijs, asked.due.add({ hours: 1 }));
    expect(wordsOn(registrarNewsCard(newsView(late)))).toContain('woensdag 29 april 17:00, al voorbij');
  });

  it('shows what somebody typed as it is: no date of it is formatted', () => {
    const request = { ...asked.request, subject: '{{DATE(2026-01-01)}}' };
    const words = wordsOn(registrarNewsCard(newsView({ ...done, request })));
    expect(words).not.toContain('{{');
  });
});

describe('withdrawing', () => {
  it.each(['open', 'taken', 'tried', 'reopened', 'handed over'])('is offered while it is %s', (state) => {
    expect(wordsOn(receipt(states[state] ?? done))).toContain('Terugbelverzoek intrekken');
  });

  it.each(['done', 'not reached', 'withdrawn'])('is not offered once it is %s', (state) => {
    expect(wordsOn(receipt(states[state] ?? asked))).not.toContain('Terugbelverzoek intrekken');
  });

  it('asks for one of four reasons', () => {
    expect(wordsOn(receipt(asked))).toMatch(
      /De inwoner is al geholpen.*De inwoner wil het niet meer.*Het was twee keer gevraagd.*Het was een vergissing/,
    );
  });
});

function newsView(callback: Callback, toldRevision = 0) {
  const news = registrarNews(callback, toldRevision) ?? expect.fail('There is no news');
  return { callback, news, waiting: false, municipality };
}
