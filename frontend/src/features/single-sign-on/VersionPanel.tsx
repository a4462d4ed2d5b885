import { asked, client } from '../../shared/api';
import { Refused } from '../../shared/Refused';
import { roleNames } from '../../shared/session';
import { moment } from '../../shared/wording';
import { useSingleSignOnAct, type Settings, type Standing, type Version } from './singleSignOn';

/** This is one version of the settings: in force, or waiting for counsel, who decides here. */
export function VersionPanel({ version, mayChange }: { version: Version; mayChange: boolean }) {
  const isInForce = version.confirmedAt !== undefined;
  const heading = isInForce ? 'In force' : 'Waits for counsel';
  return (
    <section className="panel" aria-labelledby={`version-${version.version}`}>
      <h2 id={`version-${version.version}`}>{heading}</h2>
      <p>
        Version {version.version}, saved by {version.savedBy}, {moment(version.savedAt)}.{' '}
        {isInForce
          ? `Confirmed by ${version.confirmedBy ?? 'counsel'}, ${moment(version.confirmedAt)}.`
          : 'It does nothing until a counsel who did not save it confirms it. What is in force stays so until then.'}
      </p>
      <Facts settings={version.settings} returnAddress={version.returnAddress} />
      <Groups settings={version.settings} />
      {version.mayConfirm ? <Decide version={version.version} /> : null}
      {!isInForce && mayChange ? <p role="note">Tell counsel that it waits on this page.</p> : null}
    </section>
  );
}

function Facts({ settings, returnAddress }: { settings: Settings; returnAddress: string }) {
  const proofs = [
    ...settings.amrWords.map((word) => `amr ${word}`),
    ...settings.acrWords.map((word) => `acr ${word}`),
  ];
  return (
    <dl className="pairs pairs--wide">
      <div>
        <dt>Issuer</dt>
        <dd className="break">{settings.issuer}</dd>
      </div>
      <div>
        <dt>Client id</dt>
        <dd className="break">{settings.clientId}</dd>
      </div>
      <div>
        <dt>Address of the return, to register with the directory</dt>
        <dd className="break">{returnAddress}</dd>
      </div>
      <div>
        <dt>Second factor</dt>
        <dd>
          {proofs.length === 0
            ? 'Always asked for here'
            : `Believed if the directory says ${proofs.join(' or ')}; else asked for here`}
        </dd>
      </div>
      <div>
        <dt>Addresses</dt>
        <dd>{settings.isEmailTrusted ? 'Believed though not said to be verified' : 'Only if verified'}</dd>
      </div>
    </dl>
  );
}

function Groups({ settings: { groups, groupClaim } }: { settings: Settings }) {
  if (groups.length === 0) return <p>No group means a role: roles are given by hand.</p>;
  return (
    <table className="usa-table usa-table--borderless">
      <caption>Groups (claim “{groupClaim}”) and the roles they mean</caption>
      <thead>
        <tr>
          <th scope="col">Group</th>
          <th scope="col">Role</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ group, role }) => (
          <tr key={`${group} ${role}`}>
            <th scope="row" className="break">
              {group}
            </th>
            <td>{roleNames[role]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decide({ version }: { version: number }) {
  const params = { path: { version } };
  const decide = useSingleSignOnAct((what: 'confirm' | 'decline') =>
    asked<Standing>(
      what === 'confirm'
        ? client.POST('/api/single-sign-on/versions/{version}/confirm', { params })
        : client.POST('/api/single-sign-on/versions/{version}/decline', { params }),
    ),
  );
  return (
    <>
      <p>
        <strong>You decide.</strong> By confirming you let this directory say who somebody is, and let its
        groups give the roles above, also those that read mail.
      </p>
      <Refused trouble={decide.error} />
      <p className="acts">
        <button
          type="button"
          className="usa-button"
          disabled={decide.isPending}
          onClick={() => {
            decide.mutate('confirm');
          }}
        >
          Confirm version {version}
        </button>
        <button
          type="button"
          className="usa-button usa-button--outline"
          disabled={decide.isPending}
          onClick={() => {
            decide.mutate('decline');
          }}
        >
          Decline
        </button>
      </p>
    </>
  );
}
