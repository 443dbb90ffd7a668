import { Label, Select } from '@fluentui/react-components';
import { useId } from 'react';
import { callbackPageTexts } from '../../shared/texts/callbackPage.ts';
import { useLanguage } from '../page/language.ts';
import './DepartmentFilter.css';

interface Props {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** The id of the chosen one; undefined for all. */
  readonly department: string | undefined;
  choose(department: string | undefined): void;
}

export function DepartmentFilter({ departments, department, choose }: Props) {
  const texts = callbackPageTexts[useLanguage().locale];
  const id = useId();
  // An address may ask for a department that there is not, or not any more.
  const isUnknown = department !== undefined && !departments.some((known) => known.id === department);
  const options = isUnknown ? [{ id: department, name: department }, ...departments] : departments;
  return (
    <div className="department-filter">
      <Label htmlFor={id}>{texts.department}</Label>
      <Select
        id={id}
        value={department ?? ''}
        onChange={(_event, { value }) => choose(value === '' ? undefined : value)}
      >
        <option value="">{texts.allDepartments}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </Select>
    </div>
  );
}
