import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { Field } from '../../shared/Field';
import { Notice } from '../../shared/Notice';
import { PageHeading } from '../../shared/PageHeading';
import { Refused } from '../../shared/Refused';
import { Waiting } from '../../shared/Trouble';
import { minute } from '../../shared/wording';
import { done, usePeopleAct } from './people';

/** This is what a one-time link opens. Opening it changes nothing; the button sets the password. */
export function InvitationPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const { data: invitation, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () =>
      asked<components['schemas']['InvitationView']>(
        client.GET('/api/invitations/{token}', { params: { path: { token } } }),
      ),
  });
  return (
    <div className="gate">
      <PageHeading title="Set your password">Set your password</PageHeading>
      <Refused trouble={error} />
      {invitation !== undefined ? (
        <>
          <p className="gate__lead">
            {invitation.name}, choose a password for {invitation.email}. This link works until{' '}
            {minute(invitation.expiresAt)}.
          </p>
          <PasswordForm token={token} />
        </>
      ) : error === null ? (
        <Waiting what="Looking at the link…" />
      ) : null}
    </div>
  );
}

function PasswordForm({ token }: { token: string }) {
  const [password, setPassword] = useState('');
  const accept = usePeopleAct(() =>
    done(client.POST('/api/invitations/{token}', { params: { path: { token } }, body: { password } })),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    accept.mutate(undefined);
  };
  if (accept.isSuccess) {
    return (
      <Notice kind="success" title="Your password is set">
        <p>
          <a href="/">Sign in</a> with it. You set up a second factor next: have your phone at hand.
        </p>
      </Notice>
    );
  }
  return (
    <>
      <Refused trouble={accept.error} />
      <form className="gate__form" onSubmit={submit}>
        <Field
          label="A password"
          hint="At least 12 characters. A short sentence that only you would think of is good."
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={128}
          value={password}
          onType={setPassword}
        />
        <button className="usa-button" type="submit" disabled={accept.isPending}>
          Set the password
        </button>
      </form>
    </>
  );
}
