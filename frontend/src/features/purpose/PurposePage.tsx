import { PageHeading } from '../../shared/PageHeading';
import type { Session } from '../../shared/session';
import { PurposeForm } from './PurposeForm';

/** This stands in the place of a page that shows mail, until the person has said what it is read for. */
export function PurposePage({ session }: { session: Session }) {
  return (
    <div className="gate gate--wide">
      <PageHeading title="What are you reading for?">What are you reading for?</PageHeading>
      <p className="gate__lead">
        Nobody reads mail here without a reason. What you state is recorded with every search you make and
        every message you open, until you change it.
      </p>
      <PurposeForm session={session} />
    </div>
  );
}
