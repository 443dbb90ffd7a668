import type { ScorecardTexts } from './scorecard.ts';

const whole = new Intl.NumberFormat('en-GB').format;

/** "1 call", "1,120 calls" */
const amount = (count: number, one: string, more: string) => `${whole(count)} ${count === 1 ? one : more}`;
const have = (count: number) => amount(count, 'norm has', 'norms have');

/** The scorecard in English. */
export const scorecardEn: ScorecardTexts = {
  title: (month) => `Scorecard ${month}`,
  tabName: 'Scorecard',
  attention: 'Needs attention',
  updatedAt: (time) => `Updated at ${time}`,
  updatedOn: (day, time) => `Updated on ${day} at ${time}`,
  refreshesItself: 'Refreshes by itself',

  groups: { reachability: 'Reachability', speed: 'Speed', quality: 'Quality' },
  groupKept: (kept, judged) => `${kept} of ${judged} met`,
  statuses: {
    met: 'Met',
    atRisk: 'On the edge',
    missed: 'Not met',
    tooFew: 'Too few measurements',
    noData: 'No measurements yet',
  },

  overall: ({ kept, atRisk, judged, tooFew, noData }) => {
    if (judged + tooFew === 0) return 'There are no measurements in this period yet.';
    const parts = [
      judged > 0 ? keptOf(kept, judged) + onTheEdge(kept, atRisk) : 'Nothing can be said of any norm yet',
    ];
    if (tooFew > 0) parts.push(`${have(tooFew)} too few measurements`);
    if (noData > 0) parts.push(`${have(noData)} no measurements yet`);
    return `${parts.join('; ')}.`;
  },

  norm: (words) => `Norm: ${words}`,
  changes: {
    better: (value, when) => `Better: was ${value} ${when}`,
    worse: (value, when) => `Worse: was ${value} ${when}`,
    same: (value, when) => `The same: also ${value} ${when}`,
  },
  comparisons: {
    atLeast: (target) => `at least ${target}`,
    moreThan: (target) => `more than ${target}`,
    atMost: (target) => `at most ${target}`,
    lessThan: (target) => `less than ${target}`,
  },
  mean: (norm) => `${norm} on average`,
  minutes: (count) => amount(count, 'minute', 'minutes'),
  minutesAndSeconds: (minutes, seconds) =>
    `${amount(minutes, 'minute', 'minutes')} and ${amount(seconds, 'second', 'seconds')}`,
  shortMinutes: 'min',
  workingDays: (isOne) => (isOne ? 'working day' : 'working days'),
  aRating: (rating) => `a ${rating}`,

  coverage: (measured, expected) =>
    measured === expected && expected > 1
      ? `All ${expected} working days measured`
      : `${measured} of ${amount(expected, 'working day', 'working days')} measured`,
  nothingMayMiss: 'Nothing more may go wrong this month',
  fromCount: (fewest) => `From ${fewest} measurements on we can say whether the norm is met`,
  comesFrom: (source) => `Comes from ${source}`,

  kpis: {
    uptime: {
      name: 'Availability of contact channels',
      source: 'the check of the website',
      counts: (up, all) => `${whole(up)} of ${whole(all)} minutes available`,
      mayStillMiss: (count) => `${amount(count, 'more minute', 'more minutes')} may be down this month`,
      missedTooMany: (count) => `With ${amount(count, 'minute', 'minutes')} less down the norm was met`,
    },
    onlineShare: {
      name: 'Handled online',
      source: 'the counts of the website',
      counts: (online, all) => `${whole(online)} of ${whole(all)} requests through the website`,
      mayStillMiss: (count) => `${whole(count)} more may bypass the website this month`,
      missedTooMany: (count) => `With ${whole(count)} more through the website the norm was met`,
    },
    serviceLevel: {
      name: 'Telephone service level',
      source: 'the telephone system',
      normAddition: 'within 90 seconds',
      counts: (inTime, all) => `${whole(inTime)} of ${whole(all)} calls answered within 90 seconds`,
      mayStillMiss: (count) => `${whole(count)} more may be answered late this month`,
      missedTooMany: (count) => `With ${whole(count)} more answered in time the norm was met`,
    },
    firstResponse: {
      name: 'First response to e-mail and form',
      source: 'the registrations of the contact centre',
      counts: (_days, answered) => `${amount(answered, 'message', 'messages')} answered`,
    },
    transferReach: {
      name: 'Department reachable for transfers',
      source: 'the registrations of the contact centre',
      counts: (pickedUp, tried) => `${whole(pickedUp)} of ${whole(tried)} times picked up`,
      mayStillMiss: (count) => `${whole(count)} more may go unanswered this month`,
      missedTooMany: (count) => `With ${whole(count)} more picked up the norm was met`,
    },
    callbackOnTime: {
      name: 'Callbacks on time',
      source: 'the callback requests',
      counts: (onTime, all) => `${whole(onTime)} of ${whole(all)} callback requests on time`,
      mayStillMiss: (count) => `${whole(count)} more may be late this month`,
      missedTooMany: (count) => `With ${whole(count)} more on time the norm was met`,
    },
    callDuration: {
      name: 'Call duration of the contact centre',
      source: 'the telephone system',
      counts: (_seconds, calls) => amount(calls, 'call', 'calls'),
    },
    firstTimeRight: {
      name: 'Resolved first time',
      source: 'the registrations of the contact centre',
      counts: (resolved, all) => `${whole(resolved)} of ${whole(all)} questions resolved first time`,
      mayStillMiss: (count) => `${whole(count)} more may need a second contact this month`,
      missedTooMany: (count) => `With ${whole(count)} more resolved first time the norm was met`,
    },
    casesOnTime: {
      name: 'Cases within their lead time',
      source: 'the case system',
      counts: (onTime, all) => `${whole(onTime)} of ${whole(all)} cases on time`,
      mayStillMiss: (count) => `${whole(count)} more may be late this month`,
      missedTooMany: (count) => `With ${whole(count)} more on time the norm was met`,
    },
    rating: {
      name: 'Rating by citizens',
      source: 'the survey among citizens',
      counts: (_sum, ratings) => amount(ratings, 'rating', 'ratings'),
    },
    lowRatings: {
      name: 'Cases rated below 5',
      source: 'the survey among citizens',
      counts: (low, all) => `${whole(low)} of ${whole(all)} cases below 5`,
      mayStillMiss: (count) => `${whole(count)} more may be below 5 this month`,
      missedTooMany: (count) => `With ${whole(count)} fewer below 5 the norm was met`,
    },
  },

  problems: {
    unreachable: {
      title: 'No connection to Zeven.',
      advice: 'Check the internet connection. This page keeps trying by itself.',
    },
    unavailable: {
      title: 'No new figures for now.',
      advice: 'This page keeps trying by itself.',
    },
    signIn: {
      title: 'Signing in to Zeven failed.',
      advice: 'Try again. If it still fails, ask your administrator to give Zeven consent.',
    },
    forbidden: {
      title: 'No access.',
      advice: 'Ask your administrator for access.',
    },
    notInTeams: {
      title: 'Open the scorecard in Microsoft Teams.',
      advice: 'Outside Teams, Zeven does not know who you are. Do you see this in Teams? Then try again.',
    },
    badAddress: {
      title: 'This address is wrong.',
      advice: 'Open the page from Zeven again.',
    },
    refused: { title: 'This does not work.', advice: 'Try again in a minute.' },
    unexpected: {
      title: 'This page does not understand the answer of Zeven.',
      advice: 'Zeven has probably just been renewed. Reload the page.',
    },
  },
  reason: (reason) => `Message: ${reason}`,
  figuresOf: (time) => `These are the figures of ${time}.`,
  retry: 'Try again',

  configure: {
    title: 'Add the scorecard',
    explanation: 'This tab shows eleven norms for our service: which do we meet this month, and which not?',
    nextStep: 'Choose Save to add the tab.',
    outsideTeams: 'Open this page in Microsoft Teams: add Zeven as a tab of a channel.',
  },
};

function keptOf(kept: number, judged: number): string {
  if (judged === 1) return `The only measured norm is ${kept === 1 ? 'met' : 'not met'}`;
  if (kept === judged) return `All ${judged} measured norms met`;
  if (kept === 0) return `None of the ${judged} measured norms met`;
  return `${kept} of the ${judged} measured norms met`;
}

function onTheEdge(kept: number, atRisk: number): string {
  if (atRisk === 0) return '';
  return atRisk === kept ? ', but on the edge' : `, of which ${atRisk} on the edge`;
}
