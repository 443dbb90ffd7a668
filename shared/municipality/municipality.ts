import type { Person } from '../person.ts';

/** A department (taakafdeling): second or third line, where callbacks go. The KCC itself is one too. */
export interface Department {
  /** Lower-case letters, digits and hyphens; never changes. */
  readonly id: string;
  readonly name: string;
  /** Who is told of callbacks that stay overdue. */
  readonly lead?: Person | undefined;
}

/** What a citizen comes for (klantproces), such as buying a strip of land. */
export interface CustomerProcess {
  readonly id: string;
  readonly name: string;
  /** The department that does the work: the answer to "which department" when this process is chosen. */
  readonly department: string;
  /** The promise where it is not the usual one. */
  readonly callbackWorkingDays: number | undefined;
}

/** What the administrator keeps of one municipality. */
export interface Municipality {
  readonly name: string;
  readonly departments: readonly Department[];
  readonly processes: readonly CustomerProcess[];
}

/** The contact centre itself: the department of a contact that needed no other. */
export const kcc = { id: 'kcc', name: 'Klantcontactcentrum' } as const satisfies Department;

/** The management team (directie- en managementteam): no callbacks, but an alert with the figures. */
export const dmt = { id: 'dmt', name: 'Directie- en managementteam' } as const satisfies Department;

/** A name as an id: names that differ in capitals, accents or punctuation only are the same department. */
export function departmentId(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Every department that can have a channel. */
function withChannel({ departments }: Municipality): readonly Department[] {
  return [...departments, kcc, dmt];
}

/** The department that a person means: by its name, or by its id, as in "KCC". */
export function departmentCalled(municipality: Municipality, name: string): Department | undefined {
  const id = departmentId(name);
  return withChannel(municipality).find((known) => known.id === id || departmentId(known.name) === id);
}

/** What people call a department; its id where it is no longer there. */
export function departmentName(municipality: Municipality, id: string): string {
  return withChannel(municipality).find((department) => department.id === id)?.name ?? id;
}

export function processName({ processes }: Municipality, id: string): string {
  return processes.find((process) => process.id === id)?.name ?? id;
}
