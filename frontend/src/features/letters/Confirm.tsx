import { Link } from '../../shared/address';
import { Notice } from '../../shared/Notice';
import { Refused } from '../../shared/Refused';
import { useConfirm, type CitedRow } from './letters';

interface ConfirmProps {
  readonly id: number;
  readonly draft: number;
  readonly rows: readonly CitedRow[];
  readonly isCounsel: boolean;
}

/** Words of the law leave only after counsel has compared them with the law. */
export function Confirm({ id, draft, rows, isCounsel }: ConfirmProps) {
  const confirming = useConfirm(id, draft);
  return (
    <Notice kind="warning" title="Counsel has to confirm the words of the law">
      <p>
        This letter takes its words or its date from the law below, which nobody of the city has verified yet.
        They are marked in the letter.
      </p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {row.citation} ({row.standing === 'READ_IN_A_SOURCE' ? 'read in a source' : 'general knowledge'})
          </li>
        ))}
      </ul>
      {isCounsel ? (
        <>
          <p>
            Compare them with the law: <Link href="/law">the page of the law</Link> has each row with its
            source.
          </p>
          <button
            type="button"
            className="usa-button"
            disabled={confirming.isPending}
            onClick={() => {
              confirming.mutate(rows.map((row) => row.id));
            }}
          >
            I have compared them with the law
          </button>
        </>
      ) : (
        <p>
          Ask counsel to open this draft and confirm them; once nothing else is missing, home tells them of
          it. Until then it cannot be issued.
        </p>
      )}
      <Refused trouble={confirming.error} />
    </Notice>
  );
}
