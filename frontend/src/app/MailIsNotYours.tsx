import { Link } from '../shared/address';
import { PageHeading } from '../shared/PageHeading';
import { roleNames, type Session } from '../shared/session';

/** This stands in the place of a page that shows mail, for whoever has no role that reads it. */
export function MailIsNotYours({ session }: { session: Session }) {
  const roles = session.person?.roles.map((role) => roleNames[role]).join(', ') ?? '';
  return (
    <>
      <PageHeading title="Mail is not yours to read">Mail is not yours to read</PageHeading>
      <p className="lead">
        {roles === '' ? 'You have no role here yet.' : `You are here as: ${roles}.`} Records officers,
        reviewers and counsel read mail. If you should be one of them, ask an administrator for the role;
        counsel must confirm it.
      </p>
      <p className="lead">
        You can see <Link href="/health">how the archive is doing</Link>.
      </p>
    </>
  );
}
