import type { Locale } from './locale.ts';

const nl = {
  set: (lead: string, department: string) =>
    `${lead} krijgt voortaan bericht als een terugbelverzoek van ${department} meer dan een werkdag te laat is.`,
  isNow: (lead: string, department: string) =>
    `De teamleider van ${department} is ${lead}. Een ander? Typ "@Zeven teamleider" met een vermelding, zoals @Petra.`,
  nobody: (department: string) =>
    `${department} heeft nog geen teamleider. Typ "@Zeven teamleider" met een vermelding, zoals @Petra.`,
  removed: (department: string) =>
    `${department} heeft geen teamleider meer. Wat te laat blijft, staat alleen nog in dit kanaal.`,
  noDepartment: 'Koppel dit kanaal eerst aan een afdeling: typ "@Zeven koppel" met haar naam.',
};

const en: typeof nl = {
  set: (lead, department) =>
    `From now on ${lead} is told when a callback request of ${department} is more than a working day late.`,
  isNow: (lead, department) =>
    `The team lead of ${department} is ${lead}. Somebody else? Type "@Zeven teamleider" and mention them, as in @Petra.`,
  nobody: (department) =>
    `${department} has no team lead yet. Type "@Zeven teamleider" and mention somebody, as in @Petra.`,
  removed: (department) =>
    `${department} has no team lead any more. What stays overdue is told in this channel only.`,
  noDepartment: 'Link this channel to a department first: type "@Zeven koppel" and its name.',
};

/** What Zeven answers to "teamleider". */
export const teamLeadTexts: Readonly<Record<Locale, typeof nl>> = { nl, en };
