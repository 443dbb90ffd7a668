/**
 * What Zeven tells who asked for a callback. In the municipality's own language: it speaks up by itself,
 * and knows of no reader's language then.
 */
export const registrarNewsTexts = {
  title: 'Nieuws over je terugbelverzoek',
  preview: {
    spoken: (department: string) => `Je terugbelverzoek voor ${department} is afgerond`,
    notReached: (department: string) => `${department} kon de inwoner niet bereiken`,
    handedOver: (department: string, to: string) =>
      `${department} heeft je terugbelverzoek overgedragen aan ${to}`,
    reopened: (department: string) => `Je terugbelverzoek voor ${department} staat weer open`,
  },
  status: {
    spokenOnTime: 'Afgerond, op tijd',
    spokenLate: 'Afgerond, te laat',
    notReached: 'Niet bereikt, bericht achtergelaten',
    handedOver: (to: string) => `Overgedragen aan ${to}`,
    reopened: 'Staat weer open',
  },
  /** `who` is "Gijs Grondvast (Grondzaken)". */
  what: {
    spoken: (who: string, when: string) => `${who} sprak de inwoner op ${when}.`,
    notReached: (who: string, when: string, attempts: number) =>
      `${who} rondde het af op ${when}, na ${attempts} pogingen. Belt de inwoner weer? Maak dan een nieuw verzoek.`,
    handedOver: (who: string, when: string) => `${who} droeg het over op ${when}.`,
    reopened: (who: string, when: string) =>
      `${who} heropende het op ${when}: het was per ongeluk afgerond. De inwoner wordt nog gebeld.`,
  },
  who: (name: string, department: string) => `${name} (${department})`,
  /** Where it went on to since. */
  nowWith: 'Nu bij',
  deadline: 'Deadline',
  kept: (due: string) => `${due}, gehaald`,
  missed: (due: string) => `${due}, niet gehaald`,
  stays: (due: string) => `${due}, die blijft`,
  passed: (due: string) => `${due}, al voorbij`,
  show: 'Bekijk registratie',
};
