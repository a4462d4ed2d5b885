import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { useSessionAct, type Session } from '../../shared/session';
import { GatePage } from './GatePage';
import { PasskeyButton } from './PasskeyButton';
import { SingleSignOnButton } from './SingleSignOnButton';

export function SignInPage({ ways }: { ways: Session['ways'] }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSessionAct(() =>
    asked<Session>(client.POST('/api/session', { body: { email, password } })),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <GatePage title="Sign in">
      <Refused trouble={signIn.error} />
      <form className="gate__form" onSubmit={submit}>
        <Field
          label="E-mail address"
          type="email"
          name="email"
          autoComplete="username"
          required
          maxLength={254}
          value={email}
          onType={setEmail}
        />
        <Field
          label="Password"
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onType={setPassword}
        />
        <button className="usa-button" type="submit" disabled={signIn.isPending}>
          {signIn.isPending ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
      {ways.singleSignOn ? <SingleSignOnButton /> : null}
      {ways.passkey ? <PasskeyButton /> : null}
      <p className="gate__after">
        No account, or a forgotten password? Ask your city’s administrator of the archive. Every sign-in is
        recorded.
      </p>
    </GatePage>
  );
}
