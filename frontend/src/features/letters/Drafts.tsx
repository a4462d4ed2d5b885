import { Link } from '../../shared/address';
import { requestAddress } from '../../shared/requests';
import { minute } from '../../shared/wording';
import type { LettersOfRequest } from './letters';

/** These are the letters in work. */
export function Drafts({ id, letters }: { id: number; letters: LettersOfRequest }) {
  if (letters.drafts.length === 0) return null;
  const nameOf = (kind: string) => letters.templates.find((one) => one.kind === kind)?.name ?? kind;
  return (
    <section className="request-part" aria-labelledby="drafts-heading">
      <h2 id="drafts-heading">Drafts</h2>
      <ul className="letters__list">
        {letters.drafts.map((draft) => (
          <li key={draft.id}>
            <Link href={`${requestAddress(id, 'letters')}/drafts/${draft.id}`}>{nameOf(draft.kind)}</Link>
            {draft.corrects === undefined ? null : `, in place of letter ${draft.corrects}`}
            <span className="letters__note">
              {' '}
              begun by {draft.by}, last changed {minute(draft.changedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
