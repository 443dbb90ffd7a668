/** A department (taakafdeling): second or third line, where callbacks go. The KCC itself is one too. */
export interface Department {
  /** Lower-case letters, digits and hyphens; never changes. */
  readonly id: string;
  readonly name: string;
}

/** What a citizen comes for (klantproces), such as buying a strip of land. */
export interface CustomerProcess {
  readonly id: string;
  readonly name: string;
  /** The department that does the work: the answer to "which department" when this process is chosen. */
  readonly department: string;
  /** The promise where it is not the usual two working days. */
  readonly callbackWorkingDays: number | undefined;
}

/** What the administrator keeps of one municipality. */
export interface Municipality {
  readonly name: string;
  readonly departments: readonly Department[];
  readonly processes: readonly CustomerProcess[];
}

/** The contact centre itself: the department of a contact that needed no other. */
export const kcc: Department = { id: 'kcc', name: 'Klantcontactcentrum' };

/** Service norm `callbackOnTime`: 95% within two working days. */
export const defaultCallbackWorkingDays = 2;

/** A name as an id: names that differ in capitals, accents or punctuation only are the same department. */
export function departmentId(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** What people call a department; its id where it is no longer there. */
export function departmentName({ departments }: Municipality, id: string): string {
  return [kcc, ...departments].find((department) => department.id === id)?.name ?? id;
}

export function processName({ processes }: Municipality, id: string): string {
  return processes.find((process) => process.id === id)?.name ?? id;
}
