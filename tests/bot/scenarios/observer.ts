import { dayOf, isWorkingDay, timeOf, workingDayAfter } from './plainDays.ts';
import { type OpenStory, openAt, type Story } from './story.ts';

/** One message that the bot sent, or should have sent, by itself. */
export interface Told {
  /** YYYY-MM-DDTHH:MM, Dutch time. */
  readonly at: string;
  /** A department's channel, or a person's chat. */
  readonly to: string;
  readonly says: string;
  /** Who is called by name and for what, in the order of the alphabet. */
  readonly calls: readonly string[];
}

/** What somebody who knows the promise, and nothing of the program, expects the channels to be told. */
export interface Expecting {
  readonly stories: readonly Story[];
  readonly departments: readonly string[];
  /** When the bot looked, in order; at the first look it only gets to know the channels. */
  readonly looks: readonly string[];
  /** Who leads a department. */
  readonly leads?: Readonly<Record<string, string>>;
  /** Whether a channel can be told anything at that moment. Default: always. */
  readonly isThere?: (department: string, moment: string) => boolean;
}

/** As lines that can be compared, whatever the order in which channels were told. */
export function noted(all: readonly Told[]): string[] {
  return all.map(({ at, to, says, calls }) => [at, to, says, ...calls].join(' | ')).sort();
}

/** So many subjects fit in an alert. */
const shown = 8;

export function expected({ stories, departments, looks, leads = {}, isThere }: Expecting): Told[] {
  const [start = '', ...moments] = looks;
  const channels = departments.map((department) => channel(department, start));
  const chats = Object.entries(leads).map(([department, lead]) => chat(department, lead, start));
  return moments.filter(isOfficeTime).flatMap((at) => {
    const open = openAt(stories, at);
    return [...channels, ...chats].flatMap(({ department, look }) => {
      const own = open.filter((one) => one.department === department);
      return isThere?.(department, at) === false ? [] : look(at, own);
    });
  });
}

/** A department's channel, and what it remembers: when it was last told something. */
function channel(department: string, start: string) {
  let toldAt = start;
  let greetedOn = dayOf(start);
  return {
    department,
    look(at: string, open: readonly OpenStory[]): Told[] {
      const reminders = remindersIn(open, toldAt, at);
      const isMorning = greetedOn !== dayOf(at) && timeOf(at) < '12:00';
      if (!isMorning && reminders.length === 0) return [];
      toldAt = at;
      if (isMorning) greetedOn = dayOf(at);
      const says = isMorning ? morning(open, dayOf(at)) : warning(reminders);
      return [{ at, to: department, says, calls: callsOf(reminders) }];
    },
  };
}

/** A team lead hears once, in person, of what is late for more than a working day. */
function chat(department: string, lead: string, start: string) {
  let toldAt = start;
  return {
    department,
    look(at: string, open: readonly OpenStory[]): Told[] {
      const long = remindersIn(open, toldAt, at).filter(({ isLong }) => isLong);
      if (long.length === 0) return [];
      toldAt = at;
      return [{ at, to: lead, says: listed('meer dan een werkdag te laat', long), calls: [] }];
    },
  };
}

interface Reminder {
  readonly one: OpenStory;
  readonly what: 'voor vandaag' | 'nog vóór sluitingstijd' | 'te laat';
  /** Late for more than a working day. */
  readonly isLong: boolean;
}

/** Of each the most urgent that became due after the last message. */
function remindersIn(open: readonly OpenStory[], after: string, upTo: string): Reminder[] {
  return open.flatMap((one) => {
    const { deadline } = one;
    const moments: readonly (readonly [string, Reminder['what'], boolean])[] = [
      [`${deadline}T08:30`, 'voor vandaag', false],
      [`${deadline}T15:00`, 'nog vóór sluitingstijd', false],
      [`${workingDayAfter(deadline, 1)}T08:30`, 'te laat', false],
      [`${workingDayAfter(deadline, 2)}T08:30`, 'te laat', true],
    ];
    const last = moments.findLast(([moment]) => moment > after && moment <= upTo);
    return last === undefined ? [] : [{ one, what: last[1], isLong: last[2] }];
  });
}

function morning(open: readonly OpenStory[], today: string): string {
  const tomorrow = workingDayAfter(today, 1);
  const count = (is: (one: OpenStory) => boolean) => open.filter(is).length;
  return morningWords({
    late: count(({ deadline }) => deadline < today),
    today: count(({ deadline }) => deadline === today),
    tomorrow: count(({ deadline }) => deadline === tomorrow),
    nobodys: count(({ owner }) => owner === undefined),
  });
}

export function morningWords(
  numbers: Readonly<Record<'late' | 'today' | 'tomorrow' | 'nobodys', number>>,
): string {
  const { late, today, tomorrow, nobodys } = numbers;
  return `te laat ${late}, vandaag ${today}, volgende werkdag ${tomorrow}, niemand ${nobodys}`;
}

function warning(reminders: readonly Reminder[]): string {
  const isLate = reminders.some(({ what }) => what === 'te laat');
  return listed(isLate ? 'te laat of bijna te laat' : 'nog vóór sluitingstijd', reminders);
}

function listed(what: string, reminders: readonly Reminder[]): string {
  return `${reminders.length} ${what}: ${reminders
    .slice(0, shown)
    .map(({ one }) => one.subject)
    .join(', ')}`;
}

function callsOf(reminders: readonly Reminder[]): string[] {
  const byOwner = Map.groupBy(reminders, ({ one }) => one.owner);
  byOwner.delete(undefined);
  const calls = [...byOwner].map(([owner, own]) => {
    const counts = [...Map.groupBy(own, ({ what }) => what)].map(([what, some]) => `${some.length} ${what}`);
    return `${owner}: ${counts.sort().join(', ')}`;
  });
  return calls.sort();
}

function isOfficeTime(moment: string): boolean {
  return isWorkingDay(dayOf(moment)) && timeOf(moment) >= '08:30' && timeOf(moment) < '17:00';
}
