import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';

interface PasswordFormProps {
  readonly act: string;
  readonly isPending: boolean;
  readonly trouble: Error | null;
  readonly onGiven: (password: string) => Promise<unknown>;
  readonly onCancel: () => void;
  /** More to fill in, before the password. */
  readonly children?: ReactNode;
}

/** This asks for the password once more, before something by which somebody else could come in. */
export function PasswordForm({ act, isPending, trouble, onGiven, onCancel, children }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onGiven(password).catch(() => {
      setPassword('');
    });
  };
  return (
    <form onSubmit={submit}>
      <Refused trouble={trouble} />
      {children}
      <Field
        label="Your password, once more"
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onType={setPassword}
      />
      <p className="account__acts">
        <button className="usa-button" type="submit" disabled={isPending}>
          {act}
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}
