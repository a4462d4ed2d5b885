import { useState } from 'react';
import { client, done } from '../../shared/api';
import { Field } from '../../shared/Field';
import { useChange } from './account';
import { Doable } from './Doable';
import { Part } from './Part';
import { PasswordForm } from './PasswordForm';
import { Said } from './Said';

export function Password({ hasPassword }: { hasPassword: boolean }) {
  const [isChanged, setChanged] = useState(false);
  return (
    <Part
      id="password"
      title="Password"
      lead={
        hasPassword
          ? 'At least 12 characters. A short sentence that only you would think of is good and easy to remember. A new one signs you out at all other browsers and ends your tokens for programs.'
          : 'You have no password here: you sign in with the city’s single sign-on.'
      }
    >
      <Said title={isChanged ? 'Your password is changed' : undefined}>
        <p>
          It holds from now on. At all other browsers you are signed out, and your tokens for programs no
          longer work.
        </p>
      </Said>
      {hasPassword ? (
        <Doable name="Change my password">
          {(close) => (
            <ChangeForm
              onClose={close}
              onChanged={() => {
                setChanged(true);
                close();
              }}
            />
          )}
        </Doable>
      ) : null}
    </Part>
  );
}

function ChangeForm({ onClose, onChanged }: { onClose: () => void; onChanged: () => void }) {
  const [wanted, setWanted] = useState('');
  const change = useChange((current: string) =>
    done(client.POST('/api/me/password', { body: { current, wanted } })),
  );
  return (
    <PasswordForm
      act={change.isPending ? 'Changing…' : 'Change it'}
      isPending={change.isPending}
      trouble={change.error}
      onGiven={(current) => change.mutateAsync(current).then(onChanged)}
      onCancel={onClose}
    >
      <Field
        label="New password"
        type="password"
        name="new-password"
        autoComplete="new-password"
        required
        minLength={12}
        maxLength={128}
        value={wanted}
        onType={setWanted}
      />
    </PasswordForm>
  );
}
