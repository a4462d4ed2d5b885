import { useId, useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { usePeopleAct } from './people';

type Department = components['schemas']['Department'];

interface DepartmentFormProps {
  /** Absent for a new one. */
  readonly department?: Department;
  readonly onDone?: () => void;
}

export function DepartmentForm({ department, onDone }: DepartmentFormProps) {
  const id = useId();
  const [name, setName] = useState(department?.name ?? '');
  const [addresses, setAddresses] = useState(department?.addresses.join('\n') ?? '');
  const keep = usePeopleAct(() => {
    const body = { name, addresses: addresses.split(/[\s,;]+/).filter((each) => each !== '') };
    return asked<Department>(
      department === undefined
        ? client.POST('/api/departments', { body })
        : client.PUT('/api/departments/{id}', { params: { path: { id: department.id } }, body }),
    );
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    keep.mutate(undefined, {
      onSuccess: () => {
        if (department === undefined) {
          setName('');
          setAddresses('');
        }
        onDone?.();
      },
    });
  };
  return (
    <form onSubmit={submit} aria-label={department === undefined ? 'New department' : department.name}>
      <Refused trouble={keep.error} />
      <Field label="Name" required maxLength={100} value={name} onType={setName} />
      <label className="usa-label" htmlFor={id}>
        Addresses and domains
      </label>
      <p className="field__hint" id={`${id}-hint`}>
        One on each line: clerk@city.example, or police.city.example for everyone there.
      </p>
      <textarea
        className="usa-input addresses__box"
        id={id}
        aria-describedby={`${id}-hint`}
        required
        rows={5}
        spellCheck={false}
        value={addresses}
        onChange={(event) => {
          setAddresses(event.target.value);
        }}
      />
      <p className="acts">
        <button className="usa-button" type="submit" disabled={keep.isPending}>
          {department === undefined ? 'Add the department' : 'Save the department'}
        </button>
        {onDone === undefined ? null : (
          <button type="button" className="usa-button usa-button--unstyled" onClick={onDone}>
            Leave it as it was
          </button>
        )}
      </p>
    </form>
  );
}
