import { useQueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import { useGrants, type GrantLine } from '../../shared/duties';
import { PageHeading } from '../../shared/PageHeading';
import { Refused } from '../../shared/Refused';
import { roleNames } from '../../shared/session';
import { Trouble, Waiting } from '../../shared/Trouble';
import { minute } from '../../shared/wording';
import { usePeopleAct } from './people';

/** This is where counsel, as the second person, confirms or declines roles that read mail. */
export function GrantsPage() {
  const { data: grants, error, refetch } = useGrants();
  return (
    <>
      <PageHeading title="Roles to confirm">Roles to confirm</PageHeading>
      <p className="lead">
        A role that reads mail is asked for by an administrator and confirmed by counsel, who is somebody
        else. Until then it does nothing.
      </p>
      {error !== null ? <Trouble trouble={error} onRetry={() => void refetch()} /> : null}
      {grants === undefined ? (
        error === null ? (
          <Waiting what="Asking…" />
        ) : null
      ) : grants.length === 0 ? (
        <p role="status">No role waits to be confirmed.</p>
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
  const queries = useQueryClient();
  const verbs =
    grant.acceptableFrom === undefined ? (['confirm', 'decline'] as const) : (['accept'] as const);
  const what = `${grant.person} as ${roleNames[grant.role].toLowerCase()}`;
  return (
    <li>
      <p className="alarms__sentence">{what}</p>
      <p>
        Asked for by {grant.askedBy}, {minute(grant.askedAt)}
      </p>
      <Refused trouble={decide.error} />
      {grant.mayConfirm ? (
        <p className="acts">
          {verbs.map((verb) => (
            <button
              key={verb}
              type="button"
              className={verb === 'decline' ? 'usa-button usa-button--outline' : 'usa-button'}
              aria-label={`${verbNames[verb]} ${what}`}
              disabled={decide.isPending}
              onClick={() => {
                decide.mutate(verb === 'decline' ? 'decline' : 'confirm', {
                  // What one accepts for oneself changes what one may do.
                  onSuccess: () => void queries.invalidateQueries({ queryKey: ['session'] }),
                });
              }}
            >
              {verbNames[verb]}
            </button>
          ))}
        </p>
      ) : (
        <p>
          {grant.acceptableFrom === undefined
            ? 'Counsel who did not ask for it must confirm it.'
            : `No counsel is there to confirm it. You may accept it yourself from ${minute(grant.acceptableFrom)}; until then everybody can see that it waits.`}
        </p>
      )}
    </li>
  );
}

const verbNames = { confirm: 'Confirm', accept: 'Accept', decline: 'Decline' } as const;
