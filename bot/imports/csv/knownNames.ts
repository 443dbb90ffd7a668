import {
  departmentCalled,
  departmentId,
  type Municipality,
} from '../../../shared/municipality/municipality.ts';

type Names = Readonly<Record<string, string>>;

/** From what a file calls departments and processes to their ids; to '' for what does not count. */
export interface NameMapping {
  readonly departments: Names;
  readonly processes: Names;
}

/**
 * The id of the department that a file means: by the mapping, or else by its id or name. '' where the mapping
 * says that it does not count, undefined where it is not known, or nothing stands there.
 */
export function departmentNames(
  municipality: Municipality,
  { departments }: NameMapping,
): (text: string) => string | undefined {
  const mapped = withoutCapitals(departments);
  return (text) => {
    const name = mapped.get(plain(text));
    return name === '' ? '' : departmentCalled(municipality, name ?? text)?.id;
  };
}

/** The id of the customer process that a file means, in the same way; '' where it says none. */
export function processNames(
  municipality: Municipality,
  { processes }: NameMapping,
): (text: string) => string | undefined {
  const mapped = withoutCapitals(processes);
  return (text) => {
    const name = mapped.get(plain(text)) ?? text;
    if (name === '') return '';
    const id = departmentId(name);
    return municipality.processes.find((process) => process.id === name || departmentId(process.name) === id)
      ?.id;
  };
}

function withoutCapitals(mapping: Names): ReadonlyMap<string, string> {
  return new Map(Object.entries(mapping).map(([text, name]) => [plain(text), name.trim()]));
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
