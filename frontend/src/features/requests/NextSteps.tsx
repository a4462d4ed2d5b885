import { useState } from 'react';
import { go, Link } from '../../shared/address';
import { Refused } from '../../shared/Refused';
import { requestAddress, type RecordsRequest, type StatusKind } from '../../shared/requests';
import { AskApproval } from './AskApproval';
import { CloseRequest } from './CloseRequest';
import { useApprovals, useMove, useReviewProgress, type ReviewProgress } from './acts';
import { nextStep, placeOnTheWay, stepNames, way, type NextStep } from './next';
import { WordsForm } from './WordsForm';

/** This leads whoever runs a request to its end: where it is on the way, what to do now, and the buttons for it. */
export function NextSteps({ request }: { request: RecordsRequest }) {
  const { data: progress } = useReviewProgress(
    request.id,
    request.runsIt && ['SEARCHING', 'REVIEW'].includes(request.status.kind),
  );
  const { data: approvals } = useApprovals(request.id);
  const isAsked = approvals?.some((one) => one.isMine && one.isGiven === undefined) ?? false;
  const next = nextStep(request, progress && stillOpen(progress), isAsked);
  return (
    <section className="request-part request-next" aria-labelledby="next">
      <h2 id="next">What to do next</h2>
      <ol className="request-way" aria-label="The way of a request">
        {way.map((place, at) => (
          <li
            key={place}
            className={at < placeOnTheWay(request) ? 'request-way__done' : undefined}
            aria-current={at === placeOnTheWay(request) ? 'step' : undefined}
          >
            {place}
          </li>
        ))}
      </ol>
      <p className="request-next__title">{next.title}</p>
      <p>{next.how}</p>
      {request.status.words === undefined || request.status.words === '' ? null : (
        <p className="request-next__words">“{request.status.words}”</p>
      )}
      {next.tabs === undefined ? null : (
        <p className="acts request-next__tabs">
          {next.tabs.map((tab) => (
            <Link key={tab.id} className="usa-button" href={requestAddress(request.id, tab.id)}>
              {tab.name}
            </Link>
          ))}
        </p>
      )}
      {request.runsIt ? <Steps request={request} next={next} /> : <NotYours request={request} />}
    </section>
  );
}

const stillOpen = ({ total, undecided, referred }: ReviewProgress) => ({
  total,
  undecided: undecided + referred,
});

type Opened = StatusKind | 'CLOSING' | 'ASKING';

function Steps({ request, next }: { request: RecordsRequest; next: NextStep }) {
  const first = next.step;
  const [opened, setOpened] = useState<Opened>();
  const move = useMove(request.id);
  const close = () => {
    setOpened(undefined);
    move.reset();
  };
  const press = (to: StatusKind) => {
    if (to === 'APPROVAL') setOpened('ASKING');
    else if (to === 'CLOSED') setOpened('CLOSING');
    else if (to === 'APPEALED') go(`/requests/new?appeal=${request.id}`);
    else if (stepNames[to]?.asks !== undefined) setOpened(to);
    else move.mutate({ to, words: '' });
  };
  const ways = request.moves.filter((to) => to !== 'RELEASED_IN_PARTS');
  const ordered = [...ways].sort((one, other) => Number(other === first) - Number(one === first));
  // Where work waits in a tab, its button stands out and not the step that follows it.
  const isNow = next.tabs === undefined;
  const asks =
    opened === undefined || opened === 'CLOSING' || opened === 'ASKING' ? undefined : stepNames[opened];
  return (
    <>
      {opened === undefined ? <Refused trouble={move.error} /> : null}
      {opened === 'CLOSING' ? (
        <CloseRequest request={request} onDone={close} />
      ) : opened === 'ASKING' ? (
        <AskApproval request={request} onDone={close} />
      ) : opened !== undefined && asks?.asks !== undefined ? (
        <WordsForm
          label={asks.asks}
          confirm={asks.act}
          isPending={move.isPending}
          trouble={move.error}
          onCancel={close}
          onWords={(words) => {
            move.mutate({ to: opened, words }, { onSuccess: close });
          }}
        />
      ) : (
        <p className="acts request-next__steps">
          {ordered.map((to) => (
            <button
              key={to}
              type="button"
              className={to === first && isNow ? 'usa-button' : 'usa-button usa-button--outline'}
              disabled={move.isPending}
              onClick={() => {
                press(to);
              }}
            >
              {buttonOf(to)}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

const buttonOf = (to: StatusKind) =>
  to === 'CLOSED'
    ? 'Close the request…'
    : to === 'APPROVAL'
      ? 'Ask for approval…'
      : to === 'APPEALED'
        ? 'Enter an appeal…'
        : `${stepNames[to]?.act ?? to}${stepNames[to]?.asks === undefined ? '' : '…'}`;

function NotYours({ request }: { request: RecordsRequest }) {
  return (
    <p className="request-next__whose">
      {request.officer === undefined
        ? 'No officer has it yet.'
        : `${request.officer.name} runs this request.`}
    </p>
  );
}
