import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Link } from '../../shared/address';
import { Refused } from '../../shared/Refused';
import { Trouble, Waiting } from '../../shared/Trouble';
import { DepartmentTicks } from './DepartmentTicks';
import { useDepartments, usePeopleAct, type PersonView } from './people';

/** This is whose mail a person sees: the whole city's, or that of some departments. */
export function PersonDepartments({ view, mayChange }: { view: PersonView; mayChange: boolean }) {
  const { data: departments, error, refetch } = useDepartments();
  const mine = departments?.filter(({ department }) => view.departments.includes(department.id)) ?? [];
  return (
    <section aria-labelledby="person-departments">
      <h2 id="person-departments">Whose mail they see</h2>
      {error !== null ? (
        <Trouble trouble={error} onRetry={() => void refetch()} />
      ) : departments === undefined ? (
        <Waiting what="Fetching the departments…" />
      ) : (
        <>
          <p>
            {mine.length === 0
              ? 'The whole city’s, as far as their roles let them.'
              : `Only that of: ${mine.map(({ department }) => department.name).join(', ')}.`}
          </p>
          {!mayChange ? null : departments.length === 0 ? (
            <p>
              To limit somebody, first <Link href="/departments">add a department</Link>.
            </p>
          ) : (
            <Limit key={view.departments.join()} view={view} />
          )}
        </>
      )}
    </section>
  );
}

function Limit({ view }: { view: PersonView }) {
  const [chosen, setChosen] = useState<readonly number[]>(view.departments);
  const limit = usePeopleAct(() =>
    asked<PersonView>(
      client.PUT('/api/people/{id}/departments', {
        params: { path: { id: view.person.id } },
        body: { departments: [...chosen] },
      }),
    ),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    limit.mutate(undefined);
  };
  return (
    <details>
      <summary>Change whose mail {view.person.name} sees</summary>
      <form onSubmit={submit}>
        <Refused trouble={limit.error} />
        <DepartmentTicks
          legend="Limit to these departments (none: the whole city)"
          chosen={chosen}
          onChoose={setChosen}
        />
        <p className="acts">
          <button className="usa-button" type="submit" disabled={limit.isPending}>
            {chosen.length === 0 ? 'Let them see the whole city' : 'Limit to these'}
          </button>
        </p>
      </form>
    </details>
  );
}
