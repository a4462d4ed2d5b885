import { useState, type SubmitEvent } from 'react';
import { adjust } from '../../shared/address';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Notice } from '../../shared/Notice';
import { Refused } from '../../shared/Refused';
import { useSessionAct, type Session } from '../../shared/session';
import { GatePage } from './GatePage';

export function SetUpPage() {
  const [secret] = useState(() => window.location.hash.slice(1));
  return (
    <GatePage
      title="Set up this archive"
      lead="You become its first administrator: you invite people and look after the archive. An administrator cannot read mail."
    >
      {secret === '' ? <OpenTheLink /> : <SetUpForm secret={secret} />}
    </GatePage>
  );
}

function OpenTheLink() {
  return (
    <Notice kind="info" title="Open the set-up link">
      <p>
        Nobody is set up here yet. When the server was started it printed a link that ends in a long code.
        Open that link on this computer. It works once and for one day; start the server again for a new one.
      </p>
    </Notice>
  );
}

function SetUpForm({ secret }: { secret: string }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const setUp = useSessionAct(async () => {
    const session = await asked<Session>(
      client.POST('/api/set-up', { body: { secret, name, email, password } }),
    );
    adjust('/');
    return session;
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setUp.mutate();
  };
  return (
    <>
      <Refused trouble={setUp.error} />
      <form className="gate__form" onSubmit={submit}>
        <Field
          label="Your name"
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          value={name}
          onType={setName}
        />
        <Field
          label="Your e-mail address"
          hint="You sign in with it."
          type="email"
          name="email"
          autoComplete="username"
          required
          maxLength={254}
          value={email}
          onType={setEmail}
        />
        <Field
          label="A password"
          hint="At least 12 characters. A short sentence that only you would think of is good and easy to remember."
          type="password"
          name="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={128}
          value={password}
          onType={setPassword}
        />
        <button className="usa-button" type="submit" disabled={setUp.isPending}>
          {setUp.isPending ? 'Setting up…' : 'Set up the archive'}
        </button>
      </form>
    </>
  );
}
