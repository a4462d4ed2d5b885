import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { useSessionAct, type Session } from '../../shared/session';
import { GatePage } from './GatePage';
import { SignOutInstead } from './SignOutInstead';

export function SecondFactorPage() {
  const [code, setCode] = useState('');
  const [isRecovery, setRecovery] = useState(false);
  const give = useSessionAct(() =>
    asked<Session>(client.POST('/api/session/second-factor', { body: { code } })),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    give.mutate(undefined, {
      onError: () => {
        setCode('');
      },
    });
  };
  return (
    <GatePage
      title="Enter your code"
      lead={
        isRecovery
          ? 'Each recovery code works once.'
          : 'Your authenticator app shows six digits for Muniment.'
      }
    >
      <Refused trouble={give.error} />
      <form className="gate__form" onSubmit={submit}>
        {isRecovery ? (
          <Field
            key="recovery"
            label="Recovery code"
            hint="Sixteen letters and digits, such as abcd-efgh-2345-wxyz"
            name="code"
            autoComplete="off"
            required
            value={code}
            onType={setCode}
          />
        ) : (
          <Field
            key="app"
            label="Six-digit code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9 ]{6,7}"
            title="Six digits"
            required
            value={code}
            onType={setCode}
          />
        )}
        <button className="usa-button" type="submit" disabled={give.isPending}>
          Continue
        </button>
      </form>
      <p className="gate__after">
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          onClick={() => {
            setCode('');
            setRecovery(!isRecovery);
          }}
        >
          {isRecovery ? 'Use the app’s code instead' : 'I do not have my phone: use a recovery code'}
        </button>
      </p>
      <SignOutInstead />
    </GatePage>
  );
}
