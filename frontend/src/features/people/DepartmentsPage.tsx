import { useState } from 'react';
import { client } from '../../shared/api';
import { Link } from '../../shared/address';
import { PageHeading } from '../../shared/PageHeading';
import { Refused } from '../../shared/Refused';
import { hasRole, type Session } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { counted } from '../../shared/wording';
import { DepartmentForm } from './DepartmentForm';
import { done, useDepartments, usePeopleAct, type DepartmentLine } from './people';

/** This is the list of the city's departments: their addresses, and who sees the mail of which only. */
export function DepartmentsPage({ session }: { session: Session }) {
  const { data: departments, error, refetch } = useDepartments();
  const mayChange = hasRole(session, 'ADMINISTRATOR');
  return (
    <>
      <PageHeading title="Departments">Departments</PageHeading>
      <p className="lead">
        A department is known by its mail: addresses and domains. Somebody limited to departments finds only
        messages that one of these addresses sent or received. Whoever is limited to none sees the whole city.
      </p>
      {error !== null ? <Trouble trouble={error} onRetry={() => void refetch()} /> : null}
      {departments !== undefined ? (
        <>
          <p role="status">
            {departments.length === 0
              ? 'No department yet. A city that does not want to narrow what people see needs none.'
              : counted(departments.length, 'department')}
          </p>
          <ul className="cards">
            {departments.map((line) => (
              <OneDepartment key={line.department.id} line={line} mayChange={mayChange} />
            ))}
          </ul>
        </>
      ) : error === null ? (
        <Waiting what="Fetching the departments…" />
      ) : null}
      {mayChange ? (
        <section className="panel" aria-labelledby="add-department">
          <h2 id="add-department">Add a department</h2>
          <DepartmentForm />
        </section>
      ) : null}
    </>
  );
}

function OneDepartment({ line, mayChange }: { line: DepartmentLine; mayChange: boolean }) {
  const { department, limited } = line;
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="sheet">
      <h2 className="sheet__title">{department.name}</h2>
      <dl className="pairs">
        <div>
          <dt>Its mail</dt>
          <dd>
            <ul className="addresses">
              {department.addresses.map((address) => (
                <li key={address}>{address.includes('@') ? address : `everyone at ${address}`}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>Limited to it</dt>
          <dd>
            {limited.length === 0
              ? 'Nobody'
              : limited.map(({ id, name }, at) => (
                  <span key={id}>
                    {at === 0 ? '' : ', '}
                    <Person id={id} name={name} isLink={mayChange} />
                  </span>
                ))}
          </dd>
        </div>
      </dl>
      {mayChange ? (
        isOpen ? (
          <DepartmentForm
            department={department}
            onDone={() => {
              setOpen(false);
            }}
          />
        ) : (
          <p className="acts">
            <button
              type="button"
              className="usa-button usa-button--outline"
              aria-label={`Change ${department.name}`}
              onClick={() => {
                setOpen(true);
              }}
            >
              Change
            </button>
            {limited.length === 0 ? <Remove id={department.id} name={department.name} /> : null}
          </p>
        )
      ) : null}
    </li>
  );
}

// Counsel sees who is limited and has no page of people.
function Person({ id, name, isLink }: { id: number; name: string; isLink: boolean }) {
  return isLink ? <Link href={`/people/${id}`}>{name}</Link> : name;
}

function Remove({ id, name }: { id: number; name: string }) {
  const [isSure, setSure] = useState(false);
  const remove = usePeopleAct(() =>
    done(client.DELETE('/api/departments/{id}', { params: { path: { id } } })),
  );
  return (
    <>
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        disabled={remove.isPending}
        onClick={() => {
          if (isSure) remove.mutate(undefined);
          else setSure(true);
        }}
      >
        {isSure ? `Yes, remove ${name}` : `Remove ${name}`}
      </button>
      <Refused trouble={remove.error} />
    </>
  );
}
