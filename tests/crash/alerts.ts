import { Temporal } from 'temporal-polyfill';
import type { DueCallback } from '../../bot/store/due.ts';
import type { Store } from '../../bot/store/store.ts';
import { noticeKinds, noticeMoments } from '../../shared/alert/alertMoments.ts';
import { dailyNow } from '../../shared/alert/alertNow.ts';
import type { OpenCallback } from '../../shared/alert/openCallback.ts';
import { pendingNotices } from '../../shared/alert/pendingNotices.ts';
import { conversationOf, TENANT } from '../rig/activities.ts';
import { wordsOn } from '../rig/cardWords.ts';
import type { FakeConnector } from '../rig/fakeConnector.ts';
import { calendar, type Hour } from './days.ts';
import type { Office } from './office.ts';

/** What an observer who knows the rules expects the channels to be told, and what was. */
export interface AlertWatch {
  /** Whether the bot has told all that was due by now. */
  isSettled(now: Temporal.Instant): Promise<boolean>;
  /** At the end of a calm hour: what should have been told since the last one is compared with what was. */
  compare(hour: Hour): Promise<void>;
  readonly expected: number;
  readonly missing: readonly string[];
  readonly repeated: number;
}

/** What must have been told between two calm hours. */
interface Span {
  readonly after: Temporal.Instant;
  readonly upTo: Temporal.Instant;
  /** What was open at its start and still is. */
  readonly open: readonly OpenCallback[];
}

export function watchAlerts(connector: FakeConnector, store: Store, { channels }: Office): AlertWatch {
  const read = new Map<string, number>();
  let before: { readonly at: Temporal.Instant; readonly open: readonly DueCallback[] } | undefined;
  const missing: string[] = [];
  let expected = 0;
  let repeated = 0;

  return {
    async isSettled(now) {
      const [records, open] = await Promise.all([store.alerts.list(TENANT), store.due.list(TENANT)]);
      return Object.keys(channels).every((department) => {
        const record = records.find(({ addressee }) => addressee === department);
        if (record === undefined || dailyNow(record, { calendar, now }) === 'now') return false;
        const own = open.filter((callback) => callback.department === department);
        return pendingNotices(own, calendar, { after: record.toldUntil, upTo: now }).length === 0;
      });
    },

    async compare({ at, day }) {
      const open = await store.due.list(TENANT);
      for (const [department, scene] of Object.entries(channels)) {
        const posts = newPosts(conversationOf(scene));
        repeated += countRepeated(posts);
        if (before === undefined) continue;
        const span = { after: before.at, upTo: at, open: stayed(department, before.open, open) };
        for (const what of whatIsDue(span)) {
          expected += 1;
          if (!posts.some((words) => what.sign.test(words)))
            missing.push(`${day} ${department}: ${what.name}`);
        }
      }
      before = { at, open };
    },

    get expected() {
      return expected;
    },
    get missing() {
      return missing;
    },
    get repeated() {
      return repeated;
    },
  };

  /** The words of the alerts that came to a channel since the last time. */
  function newPosts(conversation: string): string[] {
    const standing = connector.standing(conversation);
    const fresh = standing.slice(read.get(conversation) ?? 0);
    read.set(conversation, standing.length);
    return fresh.map(({ activity }) => wordsOn(activity)).filter((words) => anyAlert.test(words));
  }
}

const daily = /Terugbelverzoeken vandaag|niets te laat/;
const anyAlert = new RegExp(`${daily.source}|nog vóór sluitingstijd|te laat of bijna te laat`);

/** What a department had before and still has, and nobody touched: what was handed over and back was told elsewhere. */
function stayed(
  department: string,
  before: readonly DueCallback[],
  now: readonly DueCallback[],
): DueCallback[] {
  const known = new Map(before.map((callback) => [callback.id, callback.revision]));
  return now.filter(
    (callback) => callback.department === department && known.get(callback.id) === callback.revision,
  );
}

function whatIsDue({ after, upTo, open }: Span): { readonly name: string; readonly sign: RegExp }[] {
  const isIn = (moment: Temporal.Instant) =>
    Temporal.Instant.compare(moment, after) > 0 && Temporal.Instant.compare(moment, upTo) <= 0;
  const morning = upTo.toZonedDateTimeISO('Europe/Amsterdam').with({ hour: 8, minute: 30 }).toInstant();
  // Of more than fit in an alert, it says how many there are.
  const notices = open.flatMap(({ due, subject }) => {
    const moments = noticeMoments(calendar, due);
    const kinds = noticeKinds.filter((kind) => isIn(moments[kind]));
    return kinds.map((kind) => ({
      name: `${kind} of ${subject}`,
      sign: new RegExp(`${subject}|en nog \\d+ verzoek`),
    }));
  });
  return isIn(morning) ? [{ name: 'the daily alert', sign: daily }, ...notices] : notices;
}

/** A second daily alert of a morning, and a notice that names what an earlier one of its kind named. */
function countRepeated(posts: readonly string[]): number {
  const keys = posts.map((words) =>
    daily.test(words) ? 'daily' : `${anyAlert.exec(words)?.[0]} ${words.match(/Vraag [0-9a-f]{8}/g)?.join()}`,
  );
  return keys.length - new Set(keys).size;
}
