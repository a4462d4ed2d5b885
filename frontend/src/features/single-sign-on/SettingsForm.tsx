import { useState, type SubmitEvent } from 'react';
import { asked, client } from '../../shared/api';
import { Field } from '../../shared/Field';
import { Refused } from '../../shared/Refused';
import { GroupRows } from './GroupRows';
import { useSingleSignOnAct, type GroupRole, type Standing, type Version } from './singleSignOn';

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** This is where an administrator writes the settings; saving makes a version that waits for counsel. */
export function SettingsForm({ before }: { before: Version | undefined }) {
  const old = before?.settings;
  const [issuer, setIssuer] = useState(old?.issuer ?? '');
  const [clientId, setClientId] = useState(old?.clientId ?? '');
  const [secret, setSecret] = useState('');
  const [address, setAddress] = useState(old?.address ?? window.location.origin);
  const [groupClaim, setGroupClaim] = useState(old?.groupClaim ?? 'groups');
  const [groups, setGroups] = useState<readonly GroupRole[]>(old?.groups ?? []);
  const [amr, setAmr] = useState(old?.amrWords.join(' ') ?? 'mfa');
  const [acr, setAcr] = useState(old?.acrWords.join(' ') ?? '');
  const [isEmailTrusted, setEmailTrusted] = useState(old?.isEmailTrusted ?? false);
  const save = useSingleSignOnAct(() => {
    const settings = {
      issuer,
      clientId,
      address,
      groupClaim,
      groups,
      amrWords: words(amr),
      acrWords: words(acr),
      isEmailTrusted,
    };
    const body = secret === '' ? { settings } : { settings, secret };
    return asked<Standing>(client.PUT('/api/single-sign-on', { body }));
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(undefined, {
      onSuccess: () => {
        setSecret('');
      },
    });
  };
  const isKept = old?.issuer === issuer && old.clientId === clientId;
  return (
    <section className="panel" aria-labelledby="directory">
      <h2 id="directory">{old === undefined ? 'Connect the directory' : 'Change the settings'}</h2>
      <p>
        A change waits until counsel confirms it. A new client secret alone counts at once: it says nothing
        about whom to believe.
      </p>
      <form onSubmit={submit}>
        <Field
          label="Issuer"
          hint="The directory’s address as its tokens say it, such as https://login.city.example/tenant/v2.0"
          type="url"
          required
          maxLength={500}
          value={issuer}
          onType={setIssuer}
        />
        <Field label="Client id" required maxLength={200} value={clientId} onType={setClientId} />
        <Field
          label="Client secret"
          hint={
            isKept
              ? 'One is kept, sealed, and never shown. Leave this empty to keep it.'
              : 'The directory gives it for this client. It is kept sealed and never shown again.'
          }
          type="password"
          autoComplete="off"
          required={!isKept}
          maxLength={500}
          value={secret}
          onType={setSecret}
        />
        <Field
          label="This archive’s address"
          hint="As browsers reach it. Register it with the directory followed by /sign-in/single-sign-on."
          type="url"
          required
          maxLength={300}
          value={address}
          onType={setAddress}
        />
        <Field
          label="Name of the groups’ claim"
          required
          maxLength={100}
          value={groupClaim}
          onType={setGroupClaim}
        />
        <GroupRows groups={groups} onChange={setGroups} />
        <Field
          label="Words in amr that mean two factors"
          hint="Apart by spaces. Whenever the directory says none of them, the archive asks for its own code."
          maxLength={1000}
          value={amr}
          onType={setAmr}
        />
        <Field
          label="Values of acr that mean two factors"
          hint="Apart by spaces; the archive also asks the directory for them. Leave empty if in doubt."
          maxLength={1000}
          value={acr}
          onType={setAcr}
        />
        <label className="tick">
          <input
            type="checkbox"
            checked={isEmailTrusted}
            onChange={({ target }) => {
              setEmailTrusted(target.checked);
            }}
          />
          Believe addresses that the directory does not say it verified (only if nobody but the city sets
          them)
        </label>
        <Refused trouble={save.error} />
        <p className="acts">
          <button className="usa-button" type="submit" disabled={save.isPending}>
            Save for counsel to confirm
          </button>
          <span role="status">{save.isSuccess ? 'Saved.' : ''}</span>
        </p>
      </form>
    </section>
  );
}
