import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { QrPicture } from '../../shared/QrPicture';
import { Refused } from '../../shared/Refused';
import { useChange, type Enrolment, type NewCodes } from './account';
import { PasswordForm } from './PasswordForm';

interface NewAppProps {
  readonly onMade: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** This moves the second factor to another app: the password, the key as a picture, and a code that proves it arrived. */
export function NewApp({ onMade, onClose }: NewAppProps) {
  const begin = useChange((password: string) =>
    asked<Enrolment>(client.POST('/api/me/second-factor', { body: { password } })),
  );
  if (begin.data !== undefined) return <Confirm enrolment={begin.data} onMade={onMade} onClose={onClose} />;
  return (
    <PasswordForm
      act="Show the new key"
      isPending={begin.isPending}
      trouble={begin.error}
      onGiven={(password) => begin.mutateAsync(password)}
      onCancel={onClose}
    >
      <p>Your old app works until the new one has shown that it has the key.</p>
    </PasswordForm>
  );
}

function Confirm({ enrolment, onMade, onClose }: NewAppProps & { enrolment: Enrolment }) {
  const [code, setCode] = useState('');
  const confirm = useChange(() => asked<NewCodes>(client.PUT('/api/me/second-factor', { body: { code } })));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    confirm.mutate(undefined, {
      onSuccess: ({ codes }) => {
        onMade(codes);
      },
      onError: () => {
        setCode('');
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Refused trouble={confirm.error} />
      <div className="enrol">
        <QrPicture size={enrolment.qrSize} path={enrolment.qrPath} />
        <p>
          Scan the picture with the new app. If you cannot, choose “enter a key” in the app and type
          <code className="enrol__key">{enrolment.key}</code>
        </p>
      </div>
      <Field
        label="Six-digit code of the new app"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9 ]{6,7}"
        title="Six digits"
        required
        value={code}
        onType={setCode}
      />
      <p className="account__acts">
        <button className="usa-button" type="submit" disabled={confirm.isPending}>
          Use this app from now on
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}
