import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../bot/demo/random.ts';
import { startAzurite } from '../../bot/local/azurite.ts';
import { openStore } from '../../bot/store/store.ts';
import { message, send, TENANT } from '../rig/activities.ts';
import { startConnector } from '../rig/fakeConnector.ts';
import { testMunicipality } from '../shared/municipality.ts';
import { watchAlerts } from './alerts.ts';
import { bots } from './bots.ts';
import { cardMistakes } from './cards.ts';
import { type Hour, workingHours } from './days.ts';
import { office } from './office.ts';

/**
 * `npm run crash -- [kills] [seed]`: kills the bot at random moments, over working days that pass in
 * seconds, while people register and work. Then: nothing that was confirmed may be lost, every card must
 * stand as it should, every alert must have come, and none more than once a kill too often.
 */
const kills = Number(process.argv[2] ?? 1000);
const seed = process.argv[3] ?? String(Date.now());
const random = seededRandom(seed);
/** What a killed bot had in its hands shows up by itself (settings.work.lookSeconds), then is looked at. */
const recovery = 120_000;

const azurite = await startAzurite();
const storage = { connectionString: azurite.connectionString, prefix: 'crash' };
const connector = await startConnector();
const store = await openStore({ kind: 'connectionString', ...storage }, () => testMunicipality.name);
for (const department of testMunicipality.departments) {
  await store.municipalities.putDepartment(TENANT, department);
}
const people = office(connector, store, random);
const alerts = watchAlerts(connector, store, people);
const { start, stop } = bots(storage);
say(`${kills} kills, seed ${seed}`);

const hours = workingHours('2026-11-16');
await openTheHouse(next());
let killed = 0;
for (; killed < kills; killed++) {
  const hour = next();
  await (hour.isCalm ? calmHour(hour) : crashHour(hour));
  if ((killed + 1) % 50 === 0) say(`${killed + 1} kills: ${people.asked.size} callbacks asked`);
}
const mistakes = await lastHour(next());
await stop();
await connector.stop();
await azurite.stop();

say(
  `${people.asked.size} callbacks were confirmed, ${people.finished.size} finished; ${alerts.expected} alerts and reminders were due.`,
);
say(`${alerts.repeated} alerts came more than once, after ${killed} kills; ${mistakes.repeated} cards.`);
const failures = [...mistakes.lost, ...alerts.missing.map((what) => `not told: ${what}`)];
if (alerts.repeated + mistakes.repeated > killed) failures.push('more was repeated than there were kills');
for (const failure of failures) say(`FAILED ${failure}`);
say(`${failures.length === 0 ? 1 : 0} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

function next(): Hour {
  const { value } = hours.next();
  return value;
}

async function openTheHouse({ at, day }: Hour): Promise<void> {
  const bot = await start(at);
  for (const [department, scene] of Object.entries(people.channels)) {
    await send(bot.url, message(scene, `koppel ${department}`));
  }
  await send(bot.url, message(people.kaatje, 'help'));
  await sleep(500);
  const working = people.work(bot.url, day);
  await until(async () => people.asked.size > 3, recovery);
  await bot.kill();
  await working;
}

/** Anywhere from its first look around to the middle of everything. */
async function crashHour({ at, day }: Hour): Promise<void> {
  const bot = await start(at);
  const working = people.work(bot.url, day);
  await sleep(random.next() * 3 * people.pace());
  await bot.kill();
  await working;
}

async function calmHour(hour: Hour): Promise<void> {
  const bot = await start(hour.at);
  // A claim of a killed bot may stand in the way until it ends by itself.
  await until(() => alerts.isSettled(hour.at), 60_000);
  await alerts.compare(hour);
  await bot.kill();
}

async function lastHour(hour: Hour) {
  const bot = await start(hour.at);
  let found = await cardMistakes(connector, store, people);
  await until(async () => {
    found = await cardMistakes(connector, store, people);
    return found.lost.length === 0;
  }, recovery);
  await bot.kill();
  return found;
}

async function until(condition: () => Promise<boolean>, limit: number): Promise<void> {
  const end = performance.now() + limit;
  while (!(await condition()) && performance.now() < end) await sleep(50);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
