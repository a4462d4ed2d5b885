import { useState } from 'react';
import { knowsPasskeys } from '../../shared/passkey';
import { usePasskeys } from './account';
import { AddPasskey } from './AddPasskey';
import { Asked } from './Asked';
import { Doable } from './Doable';
import { Part } from './Part';
import { PasskeyItem } from './PasskeyItem';
import { Said } from './Said';

interface PasskeysProps {
  readonly isOffered: boolean;
  readonly hasPassword: boolean;
}

export function Passkeys({ isOffered, hasPassword }: PasskeysProps) {
  const [said, setSaid] = useState<string>();
  const passkeys = usePasskeys();
  const hindrance = hindranceOf(isOffered, hasPassword);
  return (
    <Part
      id="passkeys"
      title="Passkeys"
      lead="A passkey is a key that your computer, phone or security stick keeps for this archive. It signs you in with your PIN, finger or face, without password and code, and cannot be tricked out of you."
    >
      <Said title={said} />
      <Asked of={passkeys} what="Asking for your passkeys…">
        {(keys) =>
          keys.length === 0 ? (
            <p className="account__none">You have no passkey yet.</p>
          ) : (
            <ul className="account__list">
              {keys.map((key) => (
                <PasskeyItem key={key.id} passkey={key} onDone={setSaid} />
              ))}
            </ul>
          )
        }
      </Asked>
      {hindrance === undefined ? (
        <Doable name="Add a passkey">
          {(close) => (
            <AddPasskey
              onClose={close}
              onAdded={(label) => {
                setSaid(`The passkey “${label}” is added`);
                close();
              }}
            />
          )}
        </Doable>
      ) : (
        <p className="account__none">{hindrance}</p>
      )}
    </Part>
  );
}

function hindranceOf(isOffered: boolean, hasPassword: boolean): string | undefined {
  if (!isOffered)
    return 'Passkeys cannot be added under this address. Open the archive by its name over HTTPS, not by a number such as 10.1.2.3.';
  if (!knowsPasskeys()) return 'This browser knows no passkeys. Use a newer one to add a passkey.';
  if (!hasPassword)
    return 'A passkey is added after your password, and you have none here: you sign in with the city’s single sign-on.';
  return undefined;
}
