import { asked, client } from '../../shared/api';
import { PageHeading } from '../../shared/PageHeading';
import { Refused } from '../../shared/Refused';
import { roleNames } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { moment } from '../../shared/wording';
import { useGrants, usePeopleAct, type GrantLine } from './people';

/** This is where counsel, as the second person, confirms or declines roles that read mail. */
export function GrantsPage() {
  const { data: grants, error, refetch } = useGrants();
  return (
    <>
      <PageHeading title="Roles to confirm">Roles to confirm</PageHeading>
      <p className="lead">
        A role that reads mail is asked for by an administrator and confirmed by counsel.
      </p>
      {error !== null ? <Trouble trouble={error} onRetry={() => void refetch()} /> : null}
      {grants === undefined ? (
        error === null ? (
          <Waiting what="Asking…" />
        ) : null
      ) : grants.length === 0 ? (
        <p role="status">Nothing waits.</p>
      ) : (
        <ul className="alarms">
          {grants.map((grant) => (
            <Waits key={grant.id} grant={grant} />
          ))}
        </ul>
      )}
    </>
  );
}

function Waits({ grant }: { grant: GrantLine }) {
  const params = { path: { id: grant.id } };
  const decide = usePeopleAct((what: 'confirm' | 'decline') =>
    asked<GrantLine>(
      what === 'confirm'
        ? client.POST('/api/grants/{id}/confirm', { params })
        : client.POST('/api/grants/{id}/decline', { params }),
    ),
  );
  const what = `${grant.person} as ${roleNames[grant.role].toLowerCase()}`;
  return (
    <li>
      <p className="alarms__sentence">{what}</p>
      <p>
        Asked for by {grant.askedBy}, {moment(grant.askedAt)}
      </p>
      <Refused trouble={decide.error} />
      {grant.mayConfirm ? (
        <p>
          {(['confirm', 'decline'] as const).map((verb) => (
            <button
              key={verb}
              type="button"
              className={verb === 'confirm' ? 'usa-button' : 'usa-button usa-button--outline'}
              aria-label={`${verb === 'confirm' ? 'Confirm' : 'Decline'} ${what}`}
              onClick={() => {
                decide.mutate(verb);
              }}
            >
              {verb === 'confirm' ? 'Confirm' : 'Decline'}
            </button>
          ))}
        </p>
      ) : (
        <p>Counsel who did not ask for it must confirm it.</p>
      )}
    </li>
  );
}
