import type { CustomerProcess, Department, Municipality } from '../../shared/municipality/municipality.ts';

const departments = [
  { id: 'belastingen', name: 'Belastingen' },
  { id: 'bestuurssecretariaat', name: 'Bestuurssecretariaat' },
  { id: 'burgerzaken', name: 'Burgerzaken' },
  { id: 'grondzaken', name: 'Grondzaken' },
  { id: 'handhaving', name: 'Handhaving' },
  { id: 'openbare-ruimte', name: 'Openbare ruimte' },
  { id: 'sociaal-domein', name: 'Sociaal domein' },
  { id: 'vergunningen', name: 'Vergunningen' },
] as const satisfies Department[];
export type DepartmentId = (typeof departments)[number]['id'];
export const departmentIds: readonly DepartmentId[] = departments.map(({ id }) => id);

interface WaterlandProcess extends Omit<CustomerProcess, 'callbackWorkingDays'> {
  readonly department: DepartmentId;
  /** Default: the usual promise. */
  readonly callbackWorkingDays?: number;
}

export const processes = [
  { id: 'paspoort', name: 'Paspoort of ID-kaart', department: 'burgerzaken' },
  { id: 'rijbewijs', name: 'Rijbewijs', department: 'burgerzaken' },
  { id: 'verhuizing', name: 'Verhuizing doorgeven', department: 'burgerzaken' },
  { id: 'uittreksel', name: 'Uittreksel of akte', department: 'burgerzaken' },
  { id: 'melding', name: 'Melding openbare ruimte', department: 'openbare-ruimte' },
  { id: 'afval', name: 'Afval en containers', department: 'openbare-ruimte' },
  { id: 'bouwen', name: 'Omgevingsvergunning bouwen', department: 'vergunningen' },
  { id: 'kapvergunning', name: 'Kapvergunning', department: 'vergunningen' },
  { id: 'evenement', name: 'Evenement organiseren', department: 'vergunningen' },
  { id: 'strook-grond', name: 'Strook grond kopen', department: 'grondzaken' },
  { id: 'grond-huren', name: 'Grond huren of pachten', department: 'grondzaken' },
  { id: 'wmo', name: 'Wmo-hulp of hulpmiddel', department: 'sociaal-domein' },
  { id: 'bijstand', name: 'Bijstandsuitkering', department: 'sociaal-domein' },
  { id: 'leerlingenvervoer', name: 'Leerlingenvervoer', department: 'sociaal-domein' },
  { id: 'aanslag', name: 'Aanslag gemeentelijke belastingen', department: 'belastingen' },
  { id: 'woz', name: 'WOZ-waarde en bezwaar', department: 'belastingen', callbackWorkingDays: 5 },
  { id: 'overlast', name: 'Overlast melden', department: 'handhaving' },
  { id: 'parkeren', name: 'Parkeren en ontheffingen', department: 'handhaving' },
  {
    id: 'klacht',
    name: 'Klacht over de gemeente',
    department: 'bestuurssecretariaat',
    callbackWorkingDays: 1,
  },
  { id: 'bestuur', name: 'Gesprek met burgemeester of wethouder', department: 'bestuurssecretariaat' },
] as const satisfies WaterlandProcess[];
export type ProcessId = (typeof processes)[number]['id'];

/** The municipality of the demo. Its name is real; its departments and processes are only likely. */
export const waterland: Municipality = {
  name: 'Gemeente Waterland',
  departments,
  processes: processes.map((process: WaterlandProcess) => ({ callbackWorkingDays: undefined, ...process })),
};
