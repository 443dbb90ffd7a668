import type { Citizen } from '../../shared/callback/callback.ts';
import type { Person } from '../../shared/person.ts';
import type { Random } from './random.ts';
import type { DepartmentId } from './waterland.ts';

type Team = readonly [Person, ...Person[]];

/** Who registers. All employees are made up. */
export const kccTeam: Team = [
  employee(301, 'Klaartje Klantlijn'),
  employee(302, 'Karim Kanaalstra'),
  employee(303, 'Bea Baliewerk'),
  employee(304, 'Tineke Telefoonstra'),
];

/** Who calls back. */
export const teams: Readonly<Record<DepartmentId, Team>> = {
  belastingen: [employee(311, 'Anna Aanslag'), employee(312, 'Wim Wozniet')],
  bestuurssecretariaat: [employee(321, 'Sietske Secretaris'), employee(322, 'Bas Bodebrief')],
  burgerzaken: [
    employee(331, 'Akke Uittreksel'),
    employee(332, 'Pim Paspoortman'),
    employee(333, 'Layla Loketstra'),
  ],
  grondzaken: [employee(341, 'Greet Grondstrook'), employee(342, 'Kees Kadasterman')],
  handhaving: [employee(351, 'Bo Boetebon'), employee(352, 'Hanna Handhaaf')],
  'openbare-ruimte': [
    employee(361, 'Lars Lantaarn'),
    employee(362, 'Stoffel Stoeptegel'),
    employee(363, 'Groentje Plantsoen'),
  ],
  'sociaal-domein': [
    employee(371, 'Wilma Wmohulp'),
    employee(372, 'Samir Samenzorg'),
    employee(373, 'Zus Zorgvraag'),
  ],
  vergunningen: [
    employee(381, 'Vera Vergunstra'),
    employee(382, 'Bouwe Bouwplan'),
    employee(383, 'Koos Kapvlak'),
  ],
};

/** In one series with the made-up people of the local chat client (.m365agentsplayground.yml). */
function employee(number: number, name: string): Person {
  return { id: `7e000000-0000-4000-8000-${String(number).padStart(12, '0')}`, name };
}

const firstNames = (
  'Truus Henk Fatima Ahmed Jannie Piet Sanne Mohamed Ria Daan ' +
  'Aylin Gerrit Noor Wouter Ingrid Jaap Esra Marieke Cor Lotte'
).split(' ');

/** Each says that its bearer does not exist. */
export const madeUpSurnames: readonly string[] = [
  'Verzonnen',
  'Voorbeeld',
  'Fictief',
  'Bestaatniet',
  'Denkbeeldig',
  'Zogenaamd',
  'Proefpersoon',
  'van Testen',
  'de Demo',
  'Nepstra',
  'Niemandsma',
  'Uitgedacht',
];

/**
 * A citizen who does not exist, with a number that should be nobody's. The Netherlands set no numbers
 * apart for fiction; this is Waterland's area code with a subscriber number that starts with 0, which
 * cannot be dialled within the area: there, 0 is the prefix of another one.
 */
export function madeUpCitizen(random: Random): Citizen {
  const name = `${random.pick(firstNames)} ${random.pick(madeUpSurnames)}`;
  const last = Math.floor(random.next() * 1000);
  return { name, phone: `0299 000 ${String(last).padStart(3, '0')}` };
}
