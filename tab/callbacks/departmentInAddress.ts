import { useState } from 'react';

const parameter = 'department';

/** The department that the address of the page asks for; undefined for all. */
export function departmentInAddress(): string | undefined {
  return new URLSearchParams(location.search).get(parameter) || undefined;
}

/** The chosen department. The address follows it, so that it can be shared. */
export function useDepartmentInAddress(): [string | undefined, (department: string | undefined) => void] {
  const [department, setDepartment] = useState(departmentInAddress);
  return [
    department,
    (chosen) => {
      const address = new URL(location.href);
      if (chosen === undefined) address.searchParams.delete(parameter);
      else address.searchParams.set(parameter, chosen);
      history.replaceState(null, '', address);
      setDepartment(chosen);
    },
  ];
}
