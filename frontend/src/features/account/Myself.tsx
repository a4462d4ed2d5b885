import type { ReactNode } from 'react';
import { roleNames, type Role } from '../../shared/session';
import { calendarDay, moment } from '../../shared/wording';
import type { Me } from './account';
import { Part } from './Part';

export function Myself({ me: { view, departments } }: { me: Me }) {
  const { person } = view;
  return (
    <Part
      id="myself"
      title="Who I am"
      lead="Name, address, roles and departments are changed by an administrator."
    >
      <dl className="account__who">
        <Fact name="Name">{person.name}</Fact>
        <Fact name="E-mail address">{person.email}</Fact>
        <Fact name="Roles">
          {named(person.roles) || 'No role yet'}
          {person.waiting.length === 0 ? null : <span> (waiting for counsel: {named(person.waiting)})</span>}
        </Fact>
        <Fact name="Departments">{departments.join(', ') || 'The whole city'}</Fact>
        <Fact name="Last sign-in">{moment(person.lastSignInAt)}</Fact>
        {person.leftOn === undefined ? null : <Fact name="Last day">{calendarDay(person.leftOn)}</Fact>}
      </dl>
    </Part>
  );
}

const named = (roles: readonly Role[]) => roles.map((role) => roleNames[role]).join(', ');

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
