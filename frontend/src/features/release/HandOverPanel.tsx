import { useState, type SubmitEvent } from 'react';
import { CopyButton } from '../../shared/CopyButton';
import { Field } from '../../shared/Field';
import { Notice } from '../../shared/Notice';
import { Refused } from '../../shared/Refused';
import { minute } from '../../shared/wording';
import { useHandOver, type Given, type Release } from './releases';

/** This makes a package and a link to it; link and passphrase are shown once. */
export function HandOverPanel({ id, release }: { id: number; release: Release }) {
  const [isEncrypted, setEncrypted] = useState(false);
  const [days, setDays] = useState('30');
  const handOver = useHandOver(id, release.id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    handOver.mutate({ packing: isEncrypted ? 'ENCRYPTED' : 'PLAIN', days: Number(days) });
  };
  const checkbox = `encrypted-${release.id}`;
  return (
    <>
      <form className="hand-over" onSubmit={submit}>
        <h4>Hand it over</h4>
        <Field
          label="Days the link works (1 to 90)"
          inputMode="numeric"
          required
          pattern="[1-9]|[1-8][0-9]|90"
          value={days}
          onType={setDays}
        />
        <div className="usa-checkbox">
          <input
            className="usa-checkbox__input"
            id={checkbox}
            type="checkbox"
            checked={isEncrypted}
            onChange={(event) => {
              setEncrypted(event.target.checked);
            }}
          />
          <label className="usa-checkbox__label" htmlFor={checkbox}>
            Encrypt the package (AES-256)
            <span className="usa-checkbox__label-description">
              You are given a passphrase: tell it by telephone or on paper, never with the link.
            </span>
          </label>
        </div>
        <button type="submit" className="usa-button" disabled={handOver.isPending}>
          {handOver.isPending ? 'Packing…' : 'Make a link'}
        </button>
        <Refused trouble={handOver.error} />
      </form>
      {handOver.data === undefined ? null : <Told given={handOver.data} />}
    </>
  );
}

function Told({ given }: { given: Given }) {
  const link = window.location.origin + given.path;
  return (
    <Notice kind="success" title="Copy this now: it is shown once">
      <dl className="release__told">
        <dt>Link</dt>
        <dd>
          <code>{link}</code> <CopyButton text={link}>Copy the link</CopyButton>
        </dd>
        {given.passphrase === undefined ? null : (
          <>
            <dt>Passphrase</dt>
            <dd>
              <code>{given.passphrase}</code>{' '}
              <CopyButton text={given.passphrase}>Copy the passphrase</CopyButton>
            </dd>
          </>
        )}
      </dl>
      <p>
        Whoever has the link can download until {minute(given.expiresAt)}. Send it to the requester with the
        letter.{given.passphrase === undefined ? '' : ' Send the passphrase another way.'}
      </p>
    </Notice>
  );
}
