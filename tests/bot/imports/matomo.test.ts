import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { matomo } from '../../../bot/imports/matomo.ts';
import { type FakeMatomo, startMatomo, token } from './matomo/fakeMatomo.ts';
import { pulled } from './pulled.ts';

const visits = { '2026-05-12': 310, '2026-05-13': 295, '2026-05-14': 280 };

const goals = {
  '2026-05-12': { nb_conversions: 4, nb_visits_converted: 3, conversion_rate: '1.3%' },
  '2026-05-13': { nb_conversions: '2', nb_visits_converted: 2 },
  '2026-05-14': [],
};

function pullFrom(server: FakeMatomo, processes: object, changes: object = {}) {
  const context = { since: '2026-05-12', secret: () => token, ...changes };
  return pulled(matomo, { ...server.mapping, processes }, context);
}

it('counts what reached a goal, and nothing on a day without: until yesterday, since today is not over', async () => {
  const server = await startMatomo({ 'VisitsSummary.getVisits': visits, 'Goals.get': goals });
  const { facts, refused, records } = await pullFrom(server, { kapvergunning: { goal: 4 } });
  expect(facts).toEqual([
    { id: 'kapvergunning', day: '2026-05-12', handled: 4 },
    { id: 'kapvergunning', day: '2026-05-13', handled: 2 },
    { id: 'kapvergunning', day: '2026-05-14', handled: 0 },
  ]);
  expect({ refused, records }).toEqual({ refused: [], records: 3 });
  expect(server.forms[1]).toEqual({ method: 'Goals.get', idGoal: '4', date: '2026-05-12,2026-05-14' });
});

it('counts events of a category and action', async () => {
  const events = { '2026-05-13': [{ label: 'Verzonden', nb_events: 5, nb_visits: 4 }] };
  const server = await startMatomo({ 'VisitsSummary.getVisits': visits, 'Events.getCategory': events });
  const event = { category: 'Formulier', action: 'Verzonden' };
  const { facts } = await pullFrom(server, { 'strook-grond': { event } });
  expect(facts.map(({ handled }) => handled)).toEqual([0, 5, 0]);
  const { secondaryDimension, label } = server.forms[1] ?? {};
  expect({ secondaryDimension, label }).toEqual({
    secondaryDimension: 'eventAction',
    label: 'Formulier>Verzonden',
  });
});

it('asks for an event whose name has signs that mean something in a label', async () => {
  const server = await startMatomo({ 'VisitsSummary.getVisits': visits, 'Events.getCategory': [] });
  await pullFrom(server, { kapvergunning: { event: { category: 'A>B', action: 'a+b 100%' } } });
  // Matomo decodes the whole, splits it, and decodes each part.
  const label = phpDecode(server.forms[1]?.['label'] ?? '')
    .split('>')
    .map(phpDecode);
  expect(label).toEqual(['A>B', 'a+b 100%']);
});

function phpDecode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

it('counts visits of a page, not how often it was opened', async () => {
  const page = 'https://www.example.nl/kapvergunning/bedankt?stap=4&taal=nl';
  const pages = { '2026-05-12': [{ label: '/bedankt', nb_visits: 2, nb_hits: 9 }], '2026-05-14': [] };
  const server = await startMatomo({ 'VisitsSummary.getVisits': visits, 'Actions.getPageUrl': pages });
  const { facts } = await pullFrom(server, { kapvergunning: { page } });
  expect(facts.map(({ handled }) => handled)).toEqual([2, 0, 0]);
  expect(server.forms[1]?.['pageUrl']).toBe(page);
});

it('does not count a day on which the website was not measured, or that Matomo has yet to add up', async () => {
  const server = await startMatomo({
    'VisitsSummary.getVisits': { '2026-05-12': 310, '2026-05-13': 0 },
    'Goals.get': goals,
  });
  const { facts } = await pullFrom(server, { kapvergunning: { goal: 4 } });
  expect(facts.map(({ day }) => day)).toEqual(['2026-05-12']);
});

it('does not count the days before a goal was made', async () => {
  const server = await startMatomo({ 'VisitsSummary.getVisits': visits, 'Goals.get': goals });
  const { facts } = await pullFrom(server, { kapvergunning: { goal: 4, countedFrom: '2026-05-14' } });
  expect(facts.map(({ day, handled }) => [day, handled])).toEqual([['2026-05-14', 0]]);
});

it('refuses a process that is not there and a count that is none, and takes the rest', async () => {
  const server = await startMatomo({
    'VisitsSummary.getVisits': { ...visits, '2026-05-11': 5, '2026-05-10': 5 },
    'Goals.get': {
      '2026-05-10': 'veel',
      '2026-05-11': { conversions: 1 },
      '2026-05-12': { nb_conversions: -1 },
      '2026-05-13': { nb_conversions: 1.5 },
      '2026-05-14': { nb_conversions: 6 },
    },
  });
  const processes = { paspoort: { goal: 1 }, kapvergunning: { goal: 4 } };
  const { facts, refused, records } = await pullFrom(server, processes, { since: '2026-05-10' });
  expect(facts).toEqual([{ id: 'kapvergunning', day: '2026-05-14', handled: 6 }]);
  expect(refused).toEqual([
    { line: 1, column: 'paspoort', reason: 'unknownProcess' },
    { line: 2, column: 'kapvergunning', reason: 'notAWholeNumber' },
    { line: 3, column: 'kapvergunning', reason: 'missing' },
    { line: 4, column: 'kapvergunning', reason: 'outOfRange' },
    { line: 5, column: 'kapvergunning', reason: 'notAWholeNumber' },
  ]);
  expect(records).toBe(6);
});

it('asks for a year in ranges that follow on each other, every day once', async () => {
  const server = await startMatomo({ 'VisitsSummary.getVisits': [], 'Goals.get': [] });
  await pullFrom(server, {}, { since: '2025-05-15' });
  const ranges = server.forms.map((form) => form['date']?.split(',') ?? []);
  expect(ranges).toHaveLength(12);
  expect([ranges[0]?.[0], ranges.at(-1)?.[1]]).toEqual(['2025-05-15', '2026-05-14']);
  for (const [index, [, last = '']] of ranges.slice(0, -1).entries()) {
    expect(ranges[index + 1]?.[0]).toBe(Temporal.PlainDate.from(last).add({ days: 1 }).toString());
  }
});

it('asks nothing when no day is over since', async () => {
  const server = await startMatomo({});
  const { records } = await pullFrom(server, { kapvergunning: { goal: 4 } }, { since: '2026-05-15' });
  expect([records, server.asked]).toEqual([0, []]);
});

it('takes an error that comes with status 200 for one, and never says the token', async () => {
  const server = await startMatomo({ 'VisitsSummary.getVisits': visits });
  const error: unknown = await pullFrom(server, { kapvergunning: { goal: 4 } }).catch(
    (failure: unknown) => failure,
  );
  const { host } = new URL(server.address);
  expect(error).toMatchObject({
    reason: 'refused',
    details: [host, 'Goals.get', 'No method; asked with ….'],
  });
  expect(JSON.stringify(error) + String(error)).not.toContain(token);
});

it('says that the token is not right, and which variable should hold it', async () => {
  const server = await startMatomo({ 'VisitsSummary.getVisits': visits });
  const processes = { kapvergunning: { goal: 4 } };
  await expect(pullFrom(server, processes, { secret: () => 'anders' })).rejects.toMatchObject({
    reason: 'unauthorized',
  });
  await expect(pullFrom(server, processes, { secret: () => '' })).rejects.toMatchObject({
    reason: 'missingSecret',
    details: ['ZEVEN_SECRET_MATOMO'],
  });
});

it('refuses an answer that is not one by day', async () => {
  const server = await startMatomo({});
  for (const answer of [[1, 2], 'ok', 7, { '2026-05-12': 'druk' }]) {
    server.reports['VisitsSummary.getVisits'] = answer;
    await expect(pullFrom(server, {})).rejects.toMatchObject({ reason: 'badAnswer' });
  }
});

it('never puts the token into the address', async () => {
  const server = await startMatomo({ 'VisitsSummary.getVisits': visits, 'Goals.get': goals });
  await pullFrom(server, { kapvergunning: { goal: 4 } });
  expect(server.asked.map(({ url }) => url.href).join(' ')).not.toContain(token);
});
