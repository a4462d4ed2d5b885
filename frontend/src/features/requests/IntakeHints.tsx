import { useDeferredValue } from 'react';
import { Link } from '../../shared/address';
import { Notice } from '../../shared/Notice';
import { requestAddress } from '../../shared/requests';
import { day } from '../../shared/wording';
import { useAlike, useIntakeBasis } from './acts';
import type { IntakeDraft } from './intake';

/** Without a jurisdiction no request can be entered: this says so before somebody fills in the form. */
export function LawIsChosen() {
  const { data: basis } = useIntakeBasis();
  if (basis === undefined || basis.jurisdiction !== undefined) return null;
  return (
    <Notice kind="warning" title="Nobody has said whose law counts here">
      <p>Without it no request has a clock. Ask an administrator to choose it in the settings.</p>
    </Notice>
  );
}

/** Requests that may be the same as the one being entered. */
export function Alike({ draft }: { draft: IntakeDraft }) {
  const words = useDeferredValue(draft.words.trim());
  const name = useDeferredValue(draft.name.trim());
  const email = useDeferredValue(draft.email.trim());
  const { data: alike } = useAlike(words, name, email);
  if (alike === undefined || alike.length === 0) return null;
  return (
    <Notice kind="info" title="It may have been entered already">
      <p>Compare before you save. If it is another request, go on.</p>
      <ul>
        {alike.map((one) => (
          <li key={one.id}>
            <Link href={requestAddress(one.id)}>{one.label}</Link>, {one.requester}, {day(one.receivedAt)}:{' '}
            {one.about}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
