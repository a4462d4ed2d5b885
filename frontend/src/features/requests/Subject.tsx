import { useState, type SubmitEvent } from 'react';
import { Refused } from '../../shared/Refused';
import type { RecordsRequest } from '../../shared/requests';
import { calendarDay } from '../../shared/wording';
import { useChangeSubject } from './acts';
import { draftOf } from './intake';
import { Fact } from './Fact';
import { SubjectFields } from './SubjectFields';

/** This is what a request is understood to ask for, in parts that can be searched. */
export function Subject({ request }: { request: RecordsRequest }) {
  const [isOpen, setOpen] = useState(false);
  const { subject } = request;
  return (
    <section className="request-part" aria-labelledby="subject">
      <h2 id="subject">What is looked for</h2>
      {isOpen ? (
        <SubjectForm
          request={request}
          onDone={() => {
            setOpen(false);
          }}
        />
      ) : (
        <>
          {subject.isClear ? null : (
            <p className="request-part__lead">
              It is not clear yet what is asked for. Until it is, the request preserves all mail.
            </p>
          )}
          <dl className="request-facts">
            <Fact name="Whose mail">
              {subject.who.length === 0
                ? 'Not said'
                : subject.who.map((one) => (
                    <span key={one} className="request-facts__line">
                      {one}
                    </span>
                  ))}
            </Fact>
            <Fact name="From">{subject.from === undefined ? 'No first day' : calendarDay(subject.from)}</Fact>
            <Fact name="To">{subject.to === undefined ? 'No last day' : calendarDay(subject.to)}</Fact>
            <Fact name="About">{subject.words || 'Not said'}</Fact>
          </dl>
          {request.runsIt ? (
            <p className="acts">
              <button
                type="button"
                className="usa-button usa-button--outline"
                onClick={() => {
                  setOpen(true);
                }}
              >
                Change what is looked for
              </button>
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

function SubjectForm({ request, onDone }: { request: RecordsRequest; onDone: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(request.subject));
  const change = useChangeSubject(request.id);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    change.mutate(draft, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <Refused trouble={change.error} />
      <SubjectFields
        subject={draft}
        onChange={(part) => {
          setDraft((before) => ({ ...before, ...part }));
        }}
        lead="The requester’s own words stay as they are. What the request preserves follows what you write here."
      />
      <p className="acts">
        <button className="usa-button" type="submit" disabled={change.isPending}>
          Save what is looked for
        </button>
        <button className="usa-button usa-button--unstyled" type="button" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}
