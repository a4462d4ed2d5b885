import { useState } from 'react';
import { Refused } from '../../shared/Refused';
import type { RecordsRequest } from '../../shared/requests';
import { minute } from '../../shared/wording';
import { useApprovals, useDecideApproval, useWithdrawApproval, type Approval } from './acts';
import { WordsForm } from './WordsForm';

/** This is the approvals of a request: who was asked, who answered, and the buttons for whoever may answer. */
export function Approvals({ request }: { request: RecordsRequest }) {
  const { data: approvals } = useApprovals(request.id);
  if (approvals === undefined || approvals.length === 0) return null;
  return (
    <section className="request-part" aria-labelledby="approvals">
      <h2 id="approvals">Approval</h2>
      <p className="request-part__lead">
        An approval holds for the review as it was when it was asked for. If a decision changes, it has to be
        asked for again.
      </p>
      <ul className="request-list">
        {approvals.map((approval) => (
          <li key={approval.id}>
            <OneApproval approval={approval} request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneApproval({ approval, request }: { approval: Approval; request: RecordsRequest }) {
  const [isRefusing, setRefusing] = useState(false);
  const decide = useDecideApproval(request.id);
  const withdraw = useWithdrawApproval(request.id);
  return (
    <>
      <p>
        <strong>{answerOf(approval)}</strong>
        <br />
        Asked of {approval.whom} by {approval.askedBy}, {minute(approval.askedAt)}
        {approval.why === '' ? '' : `: ${approval.why}`}
      </p>
      <Refused trouble={decide.error ?? withdraw.error} />
      {approval.isMine && isRefusing ? (
        <WordsForm
          label="Why do you refuse?"
          confirm="Refuse"
          isPending={decide.isPending}
          trouble={null}
          onCancel={() => {
            setRefusing(false);
          }}
          onWords={(reason) => {
            decide.mutate({ approval: approval.id, isGiven: false, reason });
          }}
        />
      ) : (
        <p className="acts">
          {approval.isMine ? (
            <>
              <button
                type="button"
                className="usa-button"
                disabled={decide.isPending}
                onClick={() => {
                  decide.mutate({ approval: approval.id, isGiven: true, reason: '' });
                }}
              >
                Approve
              </button>
              <button
                type="button"
                className="usa-button usa-button--outline"
                onClick={() => {
                  setRefusing(true);
                }}
              >
                Refuse…
              </button>
            </>
          ) : null}
          {request.runsIt && approval.isGiven === undefined ? (
            <button
              type="button"
              className="usa-button usa-button--outline"
              disabled={withdraw.isPending}
              onClick={() => {
                withdraw.mutate(approval.id);
              }}
            >
              Withdraw the question
            </button>
          ) : null}
        </p>
      )}
    </>
  );
}

function answerOf({ isGiven, decidedBy, decidedAt, reason }: Approval): string {
  if (isGiven === undefined || decidedAt === undefined) return 'Waiting for an answer';
  const why = reason === undefined || reason === '' ? '' : `: ${reason}`;
  return `${isGiven ? 'Approved' : 'Refused'} by ${decidedBy ?? ''}, ${minute(decidedAt)}${why}`;
}
