import { useState } from 'react';
import { asked, client, done } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { Field } from '../../shared/Field';
import { madeByDevice } from '../../shared/passkey';
import { useChange } from './account';
import { PasswordForm } from './PasswordForm';

interface AddPasskeyProps {
  readonly onAdded: (label: string) => void;
  readonly onClose: () => void;
}

export function AddPasskey({ onAdded, onClose }: AddPasskeyProps) {
  const [label, setLabel] = useState('');
  const add = useChange(async (password: string) => {
    const challenge = await asked<components['schemas']['NewPasskeyChallenge']>(
      client.POST('/api/me/passkeys/challenge', { body: { password } }),
    );
    const credential = await madeByDevice(challenge);
    await done(client.POST('/api/me/passkeys', { body: { label, credential } }));
  });
  return (
    <PasswordForm
      act={add.isPending ? 'Asking your device…' : 'Add the passkey'}
      isPending={add.isPending}
      trouble={add.error}
      onGiven={(password) =>
        add.mutateAsync(password).then(() => {
          onAdded(label.trim());
        })
      }
      onCancel={onClose}
    >
      <Field
        label="Name of the device"
        hint="So that you know it again, such as: office computer."
        name="label"
        autoComplete="off"
        required
        maxLength={100}
        value={label}
        onType={setLabel}
      />
    </PasswordForm>
  );
}
