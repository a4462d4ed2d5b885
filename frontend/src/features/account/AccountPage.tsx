import type { ReactNode } from 'react';
import { PageHeading } from '../../shared/PageHeading';
import type { Session } from '../../shared/session';
import { useMe, type Me } from './account';
import { Acknowledgements } from './Acknowledgements';
import { Asked } from './Asked';
import { Myself } from './Myself';
import { Part } from './Part';
import { Passkeys } from './Passkeys';
import { Password } from './Password';
import { SecondFactor } from './SecondFactor';
import { Sessions } from './Sessions';
import { Tokens } from './Tokens';

const parts = [
  { id: 'myself', name: 'Who I am' },
  { id: 'password', name: 'Password' },
  { id: 'second-factor', name: 'Second factor' },
  { id: 'passkeys', name: 'Passkeys' },
  { id: 'sessions', name: 'Where I am signed in' },
  { id: 'tokens', name: 'Tokens for programs' },
  { id: 'policy', name: 'Notice and policy' },
  { id: 'recorded', name: 'What is recorded about me' },
];

interface AccountPageProps {
  readonly session: Session;
  /** The newest entries of the audit trail about this person. */
  readonly latest: ReactNode;
}

/** This is everything a person has with the archive, and how they sign in. */
export function AccountPage({ session, latest }: AccountPageProps) {
  const me = useMe();
  return (
    <>
      <PageHeading title="My account">My account</PageHeading>
      <p className="lead">How you sign in, where you are signed in, and what the archive knows about you.</p>
      <Asked of={me} what="Asking for your account…">
        {(mine) => <Account me={mine} session={session} latest={latest} />}
      </Asked>
    </>
  );
}

function Account({ me, session, latest }: AccountPageProps & { me: Me }) {
  return (
    <div className="account">
      <nav className="account__contents" aria-label="My account">
        <ul>
          {parts.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="account__parts">
        <Myself me={me} />
        <Password hasPassword={me.hasPassword} />
        <SecondFactor me={me} />
        <Passkeys isOffered={session.ways.passkey} hasPassword={me.hasPassword} />
        <Sessions />
        <Tokens
          tokens={me.view.tokens}
          roles={me.view.person.roles}
          timeZone={session.timeZone}
          hasPassword={me.hasPassword}
        />
        <Acknowledgements me={me} />
        <Part
          id="recorded"
          title="What is recorded about me"
          lead="The newest entries of the audit trail about you. Nobody can change them."
        >
          {latest}
        </Part>
      </div>
    </div>
  );
}
