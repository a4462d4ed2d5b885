import { useState, type SubmitEvent } from 'react';
import { go, Link } from '../../shared/address';
import { asked, client } from '../../shared/api';
import { PageHeading } from '../../shared/PageHeading';
import { Refused } from '../../shared/Refused';
import { requestAddress, useRequestAct, type RecordsRequest } from '../../shared/requests';
import { hasRole, type Session } from '../../shared/session';
import { cityNow } from '../../shared/wording';
import { Alike, LawIsChosen } from './IntakeHints';
import { HowItCame } from './HowItCame';
import { bodyOf, emptyIntake, type IntakeDraft } from './intake';
import { SubjectFields } from './SubjectFields';
import { TextBox } from '../../shared/TextBox';
import { WhoAsks } from './WhoAsks';

/** This is where an officer enters a request for whoever made it, as it came. */
export function IntakePage({ session, query }: { session: Session; query: URLSearchParams }) {
  const against = query.get('appeal');
  const appealed = against !== null && /^\d{1,15}$/.test(against) ? Number(against) : undefined;
  const [draft, setDraft] = useState<IntakeDraft>(() => emptyIntake(cityNow()));
  const change = (part: Partial<IntakeDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const enter = useRequestAct(() =>
    asked<RecordsRequest>(
      appealed === undefined
        ? client.POST('/api/requests', { body: bodyOf(draft) })
        : client.POST('/api/requests/{id}/appeal', {
            params: { path: { id: appealed } },
            body: bodyOf(draft),
          }),
    ),
  );
  const title = appealed === undefined ? 'Enter a request' : 'Enter an appeal';
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    enter.mutate(undefined, {
      onSuccess: ({ id }) => {
        go(requestAddress(id));
      },
    });
  };
  if (!hasRole(session, 'RECORDS_OFFICER')) return <OfficersOnly />;
  return (
    <>
      <p className="request-head__back">
        <Link href="/requests">All requests</Link>
      </p>
      <PageHeading title={title}>{title}</PageHeading>
      <LawIsChosen />
      <p className="lead">
        {appealed === undefined
          ? ''
          : 'The appeal becomes a request of its own, about the same records; both name each other. '}
        Write down what reached the city on paper, by mail, e-mail or telephone, or at the counter. It gets
        its number when you save it.
      </p>
      <form className="intake" onSubmit={submit}>
        <fieldset className="intake__part">
          <legend>1. How it came</legend>
          <HowItCame draft={draft} onChange={change} />
        </fieldset>
        <fieldset className="intake__part">
          <legend>2. What was asked</legend>
          <TextBox
            label="The request, in the requester’s own words"
            hint="Copy the letter, or write what was said. This is kept as it is and never changed."
            rows={7}
            required
            maxLength={20_000}
            value={draft.words}
            onType={(words) => {
              change({ words });
            }}
          />
        </fieldset>
        <fieldset className="intake__part">
          <legend>3. Who asks</legend>
          <WhoAsks draft={draft} onChange={change} />
        </fieldset>
        <Alike draft={draft} />
        {appealed !== undefined ? null : (
          <fieldset className="intake__part">
            <legend>4. What to look for</legend>
            <SubjectFields
              subject={draft}
              onChange={change}
              lead="Put the request into parts that can be searched. You can change them later; until the scope is clear, the request preserves all mail."
            />
          </fieldset>
        )}
        <Refused trouble={enter.error} />
        <p className="acts">
          <button className="usa-button" type="submit" disabled={enter.isPending}>
            {appealed === undefined ? 'Save the request' : 'Save the appeal'}
          </button>
          <Link href="/requests">Cancel</Link>
        </p>
      </form>
    </>
  );
}

function OfficersOnly() {
  return (
    <>
      <PageHeading title="Enter a request">Enter a request</PageHeading>
      <p className="lead">
        Records officers enter requests. <Link href="/requests">See the board</Link>
      </p>
    </>
  );
}
