/**
 * The times and numbers by which Zeven works, in one place. Where a number is a rule of the service
 * strategy it says so; the rest are choices that every municipality starts with.
 */
export const settings = {
  callback: {
    /** Norm `callbackOnTime`: 95% within two working days. A process may promise otherwise. */
    workingDays: 2,
    /** "Not reached" counts as done after so many attempts… */
    attempts: 3,
    /** …on so many half-days, and a message left. */
    halfDays: 2,
    /** For how long something that was finished by mistake can be opened again. */
    reopenHours: 24,
  },
  alert: {
    /** The daily SLA alert, local time. */
    dailyAt: '08:30',
    /** A bot that was down sends the daily alert until then; later it would be old news. */
    dailyUntil: '12:00',
    /** The warning comes so many office minutes before the deadline. */
    warningMinutes: 120,
    /** How often is looked for what must be told, in seconds. */
    lookEvery: 15,
    /** How long a post may take before another instance may take over, in seconds. */
    claimSeconds: 20,
    /** How many callbacks of a kind an alert shows. */
    shownCallbacks: 8,
    /** The team lead is told so many working days after a deadline was missed. */
    escalationWorkingDays: 1,
  },
  overdue: {
    /** How often is looked for deadlines that passed, so that they count as missed, in seconds. */
    lookEvery: 30,
  },
  store: {
    /** For how long departments, processes and links that were read may be used again, in milliseconds. */
    rememberMs: 30_000,
  },
  list: {
    /** So many open callbacks fit on a card on a phone; the buttons lead to the rest. */
    onCard: 10,
    /** The page in the tab has so many rows, the most urgent ones; more than anybody reads. */
    onPage: 200,
  },
  delivery: {
    /**
     * A message that must wait longer than so many seconds for Teams' limits goes back to the queue, so
     * that whoever sends it is free for another conversation.
     */
    longestWait: 3,
    /**
     * By what share the spans of Teams' limits are kept longer. Teams counts a message when it arrives: two
     * that leave a second apart may arrive a little less than that apart.
     */
    spanMargin: 0.04,
    /** How many messages may be on their way to one conversation: one that hangs does not hold up the others. */
    onTheWay: 8,
    /** How long Teams may take to answer, in seconds. */
    answerSeconds: 10,
    /** Connections to Teams side by side. Azure App Service keeps 128 ports ready for one address. */
    connections: 128,
    /** A conversation that Teams is too busy for, or out of reach, is left alone for about so many seconds… */
    firstHold: 2,
    /** …and twice as long every time, up to so many. */
    longestHold: 60,
    /**
     * How long showing a card may take before another instance may take over, in seconds: a wait and an answer
     * for an update, and the same for the post where the card was deleted.
     */
    claimSeconds: 30,
  },
  work: {
    /** How long a write may take before its announcement shows up by itself, in seconds. */
    writeSeconds: 15,
    /** How long looking at a row may take before another instance tries, in seconds. */
    lookSeconds: 40,
    /** How long an idle worker waits before it looks for other instances' work, in seconds. */
    pollSeconds: 1,
    /** How much is looked at side by side: a channel that answers slowly does not hold up the others. */
    sideBySide: 64,
    /** After so many failed tries a person must look. */
    tries: 12,
    /** The pause after the first failed try is about so many seconds… */
    firstPause: 2,
    /** …and twice as long every time, up to so many. */
    longestPause: 300,
  },
  imports: {
    /** How long writing a part of an import may take before its figures are computed by another, in seconds. */
    writeSeconds: 120,
    /** How often is looked for new files in the import folder, in seconds. */
    folderSeconds: 5,
    /** A file that is sent may have so many bytes. */
    uploadBytes: 200 * 1024 * 1024,
    /**
     * So many facts are written together. Of those kept by day what the largest municipality has of one or two;
     * of those kept by id more, since every lot writes all rows of their source again.
     */
    factsAtOnce: { byDay: 10_000, byId: 50_000 },
    /** More of them on one day is not a municipality's but a file that is wrong. */
    factsADay: 100_000,
    /** Other systems are asked after this hour, local time, when they have done their own night's work… */
    pullFromHour: 4,
    /** …and not after this one any more. */
    pullUntilHour: 7,
    /** Other systems are asked so long back, in days: what was corrected later than that is imported by hand. */
    pullDays: 35,
    /** How long asking one system may take before another instance may take over, in minutes. */
    pullMinutes: 60,
    /** So many refused lines are shown; of more it is enough to know how many. */
    shownRefusals: 100,
    /** So many of them are shown at once, on a page or a terminal. */
    listedRefusals: 20,
    /** So many imports are shown, the last ones. */
    shownRuns: 50,
    /** An import that says nothing for so many seconds was broken off. */
    silentSeconds: 600,
  },
  feedback: {
    /** For so many days a citizen can use the link to the feedback page. */
    days: 60,
    /** From one address so many pages are asked for in a window; a whole mobile network may share an address. */
    pagesInWindow: 60,
    /** The window, in seconds. */
    windowSeconds: 60,
  },
  health: {
    /** How long storage may take to answer before it counts as out of reach, in milliseconds. */
    storageMs: 5_000,
  },
  sweep: {
    /** How often is looked for cards that are not in Teams as they should be, in seconds. */
    everySeconds: 180,
    /** The nightly sweep begins after this hour, local time… */
    nightFromHour: 2,
    /** …and not after this one any more: a bot that was down all night does not do it in office hours. */
    nightUntilHour: 6,
    /** So many days are looked at again. */
    nightDays: 45,
    /** So many days of figures are computed and written together. */
    daysAtOnce: 7,
    /** How long one municipality may take before another instance may take over, in minutes. */
    claimMinutes: 15,
  },
} as const;
