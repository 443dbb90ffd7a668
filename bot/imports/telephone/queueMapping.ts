import * as v from 'valibot';
import type { Municipality } from '../../../shared/municipality/municipality.ts';
import { departmentNames } from '../csv/knownNames.ts';

const Departments = v.record(v.string(), v.string('expected the id of a department, in quotes'));

/** What the mapping of every telephone system sets. */
export const queueEntries = {
  /** From the queue or number that calls come in at, as the system knows it, to the id of its department. */
  queues: Departments,
  /** Queues and numbers that do not count. */
  ignore: v.optional(v.array(v.string('expected a queue or number, in quotes')), []),
};

/** For systems that say to whom a call was put through. */
export const extensionEntries = {
  /** From the extension that calls are put through to, to the id of its department. */
  extensions: v.optional(Departments, {}),
};

/** The id of a department; '' for what does not count, undefined for what is not known. */
export type DepartmentOf = (queueOrNumber: string) => string | undefined;

export function queueDepartments(
  municipality: Municipality,
  {
    queues,
    ignore,
  }: { readonly queues: Readonly<Record<string, string>>; readonly ignore: readonly string[] },
): DepartmentOf {
  const ignored = Object.fromEntries(ignore.map((queue) => [queue, '']));
  return departmentsBy(municipality, { ...queues, ...ignored });
}

/** More queues and extensions than a telephone system has. */
const mostKept = 4096;

/** By the mapping, or else by the department's own id or name. */
export function departmentsBy(
  municipality: Municipality,
  departments: Readonly<Record<string, string>>,
): DepartmentOf {
  const find = departmentNames(municipality, { departments, processes: {} });
  const found = new Map<string, string | undefined>();
  return (text) => {
    if (found.has(text)) return found.get(text);
    if (found.size > mostKept) found.clear();
    const department = find(text);
    found.set(text, department);
    return department;
  };
}
