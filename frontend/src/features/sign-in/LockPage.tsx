import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { useSessionAct, type Session } from '../../shared/session';
import { GatePage } from './GatePage';
import { SignOutInstead } from './SignOutInstead';
import { SingleSignOnButton } from './SingleSignOnButton';

interface LockPageProps {
  readonly name: string;
  readonly minutes: number;
  readonly ways: Session['ways'];
}

export function LockPage({ name, minutes, ways }: LockPageProps) {
  const [password, setPassword] = useState('');
  const unlock = useSessionAct(() =>
    asked<Session>(client.POST('/api/session/unlock', { body: { password } })),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    unlock.mutate(undefined, {
      onError: () => {
        setPassword('');
      },
    });
  };
  return (
    <GatePage
      title="Locked"
      lead={`${name} is signed in here. The screen locks after ${minutes} minutes without use; you go on where you were.`}
    >
      <Refused trouble={unlock.error} />
      <form className="gate__form" onSubmit={submit}>
        <Field
          label={`Password of ${name}`}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onType={setPassword}
        />
        <button className="usa-button" type="submit" disabled={unlock.isPending}>
          Unlock
        </button>
      </form>
      {ways.singleSignOn ? <SingleSignOnButton /> : null}
      <SignOutInstead />
    </GatePage>
  );
}
