import { useState, type SubmitEvent } from 'react';
import { client, done } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { moment } from '../../shared/wording';
import { useChange, type Passkey } from './account';
import { Doable } from './Doable';
import { Sure } from './Sure';

interface PasskeyItemProps {
  readonly passkey: Passkey;
  readonly onDone: (said: string) => void;
}

export function PasskeyItem({ passkey, onDone }: PasskeyItemProps) {
  const { label, madeAt, lastUsedAt, isBackedUp } = passkey;
  return (
    <li>
      <p>
        <strong>{label}</strong>
      </p>
      <p className="account__facts">
        <span>Added {moment(madeAt)}</span>
        <span>{lastUsedAt === undefined ? 'Never used yet' : `Last used ${moment(lastUsedAt)}`}</span>
        <span>{isBackedUp ? 'Copied to your other devices by its maker' : 'On this one device only'}</span>
      </p>
      <div className="account__choices">
        <Doable name={`Rename ${label}`} look="unstyled">
          {(close) => <RenameForm passkey={passkey} onDone={onDone} onClose={close} />}
        </Doable>
        <Doable name={`Remove ${label}`} look="unstyled">
          {(close) => <Removal passkey={passkey} onDone={onDone} onClose={close} />}
        </Doable>
      </div>
    </li>
  );
}

type ActProps = PasskeyItemProps & { readonly onClose: () => void };

function RenameForm({ passkey: { id, label }, onDone, onClose }: ActProps) {
  const [wanted, setWanted] = useState(label);
  const rename = useChange(() =>
    done(client.PUT('/api/me/passkeys/{id}', { params: { path: { id } }, body: { label: wanted } })),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    rename.mutate(undefined, {
      onSuccess: () => {
        onDone(`The passkey is now called “${wanted.trim()}”`);
        onClose();
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Refused trouble={rename.error} />
      <Field
        label="Name of the device"
        name="label"
        autoComplete="off"
        required
        maxLength={100}
        value={wanted}
        onType={setWanted}
      />
      <p className="account__acts">
        <button className="usa-button" type="submit" disabled={rename.isPending}>
          Rename it
        </button>
        <button type="button" className="usa-button usa-button--unstyled" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}

function Removal({ passkey: { id, label }, onDone, onClose }: ActProps) {
  const remove = useChange(() => done(client.DELETE('/api/me/passkeys/{id}', { params: { path: { id } } })));
  return (
    <Sure
      question={`“${label}” will no longer sign you in. Your password and code go on working.`}
      yes="Remove it"
      no="Keep it"
      isPending={remove.isPending}
      trouble={remove.error}
      onYes={() => {
        remove.mutate(undefined, {
          onSuccess: () => {
            onDone(`The passkey “${label}” is removed`);
          },
        });
      }}
      onNo={onClose}
    />
  );
}
