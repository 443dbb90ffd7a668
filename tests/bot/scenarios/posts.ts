import type { Temporal } from 'temporal-polyfill';
import { timeZone } from '../../../shared/calendar/zone.ts';
import { wordsOn } from '../../rig/cardWords.ts';
import type { Call } from '../../rig/fakeConnector.ts';
import { morningWords, type Told } from './observer.ts';

/** What the bot told by itself, as an observer notes it down: all posts but the callbacks' own cards. */
export function readPosts(calls: readonly Call[], startsAt: Temporal.Instant): Told[] {
  return calls
    .filter(({ kind, answered }) => kind === 'post' && answered === 201)
    .filter(({ body }) => !wordsOn(body).includes('"callback.act"'))
    .map(({ at, conversationId, body }) => ({
      at: momentOf(startsAt.add({ milliseconds: at })),
      to: conversationId,
      ...read(body),
    }));
}

export function momentOf(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

interface Posted {
  readonly text?: string;
  readonly attachments?: readonly unknown[];
}

function read({ text = '', attachments = [] }: Posted): Pick<Told, 'says' | 'calls'> {
  const words = attachments.map(wordsOn).join(' ');
  if (attachments.length === 0 && text.includes('staat niets open')) {
    return { says: morningWords({ late: 0, today: 0, tomorrow: 0, nobodys: 0 }), calls: [] };
  }
  const says = words.includes('Terugbelverzoeken vandaag') ? readMorning(words) : readList(words);
  return { says, calls: readCalls(text) };
}

function readMorning(words: string): string {
  const number = (pattern: RegExp) => Number(pattern.exec(words)?.[1] ?? 0);
  return morningWords({
    late: number(/Te laat \((\d+)\)/),
    today: number(/Voor vandaag \((\d+)\)/),
    tomorrow: number(/Voor de volgende werkdag \((\d+)\)/),
    nobodys: number(/door niemand opgepakt: (\d+) van/),
  });
}

/** "2 verzoeken nog vóór sluitingstijd", and what they are about. */
function readList(words: string): string {
  const [, count, what] = /(\d+) verzoek(?:en)? ([^"]+te laat|[^"]+sluitingstijd)/.exec(words) ?? [];
  if (what === undefined) return `iets anders: ${words}`;
  return `${count} ${what}: ${[...words.matchAll(/Vraag \d+/g)].join(', ')}`;
}

/** "<at>Gijs</at>: 1 verzoek te laat, 2 verzoeken voor vandaag" */
function readCalls(text: string): string[] {
  const lines = text.split('\n\n').filter((line) => line !== '');
  const calls = lines.map((line) => {
    const [name = '', counts = ''] = line.replaceAll(/<\/?at>/g, '').split(': ');
    const sorted = counts.replaceAll(/ verzoek(en)?\b/g, '').split(', ');
    return `${name}: ${sorted.sort().join(', ')}`;
  });
  return calls.sort();
}
