import type { Municipality } from '../../../shared/municipality/municipality.ts';
import { departmentNames, type NameMapping, processNames } from './knownNames.ts';
import type { MappedRow, Places } from './mappedRow.ts';
import { perValue } from './perValue.ts';

/** Whose work it is about: ids, '' for no process. */
export interface Whose {
  readonly department: string;
  readonly process: string;
}

/**
 * Reads the columns with the department and the process. Where no department stands, it is the one that does
 * the work of the process. Undefined where the row is refused, or the mapping says that it does not count.
 */
export function whoseReader(
  municipality: Municipality,
  mapping: NameMapping,
  at: Places<'department' | 'process'>,
): (row: MappedRow) => Whose | undefined {
  const departmentOf = perValue(departmentNames(municipality, mapping));
  const processOf = perValue(processNames(municipality, mapping));
  const doing = new Map(municipality.processes.map(({ id, department }) => [id, department]));
  return (row) => {
    const process = row.known(at.process, processOf, 'unknownProcess');
    if (process === undefined) return undefined;
    const department = row.isEmpty(at.department)
      ? doing.get(process)
      : row.known(at.department, departmentOf, 'unknownDepartment');
    if (department === undefined) row.refuse(at.department, 'missing');
    return department === undefined || department === '' ? undefined : { department, process };
  };
}
