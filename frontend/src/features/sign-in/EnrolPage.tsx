import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { Field } from '../../shared/Field';
import { QrPicture } from '../../shared/QrPicture';
import { Refused } from '../../shared/Refused';
import { Waiting } from '../../shared/Trouble';
import { GatePage } from './GatePage';

import { SignOutInstead } from './SignOutInstead';

type Enrolment = components['schemas']['Enrolment'];
type RecoveryCodes = components['schemas']['RecoveryCodes'];

/** `onDone` is given the recovery codes; nobody can show them again. */
export function EnrolPage({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const [code, setCode] = useState('');
  const { data: enrolment, error } = useQuery({
    queryKey: ['session', 'enrolment'],
    staleTime: Infinity,
    gcTime: 0,
    queryFn: () => asked<Enrolment>(client.POST('/api/session/enrolment')),
  });
  const confirm = useMutation({
    mutationFn: () => asked<RecoveryCodes>(client.PUT('/api/session/enrolment', { body: { code } })),
    onSuccess: ({ codes }) => {
      onDone(codes);
    },
    onError: () => {
      setCode('');
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <GatePage
      title="Set up your second factor"
      lead="Besides your password you need a code from an authenticator app on your phone. Any app for “time-based one-time passwords” will do."
    >
      <Refused trouble={error ?? confirm.error} />
      {enrolment === undefined ? (
        <Waiting what="Making your key…" />
      ) : (
        <>
          <h2>1. Add Muniment to your app</h2>
          <div className="enrol">
            <QrPicture size={enrolment.qrSize} path={enrolment.qrPath} />
            <p>
              Scan the picture with the app. If you cannot, choose “enter a key” in the app and type
              <code className="enrol__key">{enrolment.key}</code>
            </p>
          </div>
          <h2>2. Type the code it shows</h2>
          <form className="gate__form" onSubmit={submit}>
            <Field
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
            <button className="usa-button" type="submit" disabled={confirm.isPending}>
              Continue
            </button>
          </form>
        </>
      )}
      <SignOutInstead />
    </GatePage>
  );
}
