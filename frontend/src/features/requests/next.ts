import type { RecordsRequest, StatusKind } from '../../shared/requests';

/** This is what to do with a request that stands so: in words, where, and the step that follows. */
export interface NextStep {
  readonly title: string;
  readonly how: string;
  readonly tab?: { readonly id: string; readonly name: string };
  readonly step?: StatusKind;
}

/** The way of every request; which of its places each status is. */
export const way = ['Clarify', 'Search', 'Review', 'Approve', 'Release', 'Close'] as const;

const placeOf: Record<StatusKind, number> = {
  RECEIVED: 0,
  CLARIFICATION: 0,
  FEE_PENDING: 1,
  SEARCHING: 1,
  REOPENED: 1,
  REVIEW: 2,
  COUNSEL: 2,
  APPROVAL: 3,
  RELEASED_IN_PARTS: 4,
  CLOSED: 6,
  APPEALED: 6,
  MISFILED: 6,
};

export const placeOnTheWay = ({ status, approval }: RecordsRequest) =>
  status.kind === 'APPROVAL' && approval === 'GIVEN' ? 4 : placeOf[status.kind];

const searches = { id: 'searches', name: 'Open the searches' };
const review = { id: 'review', name: 'Open the review' };
const release = { id: 'release', name: 'Open the release' };

const steps: Record<StatusKind, NextStep> = {
  RECEIVED: {
    title: 'Read what was asked, and see whether it is clear',
    how: 'Compare the requester’s words with “What is looked for” below, and correct it. If you cannot tell what is meant, ask the requester. If you can, begin to search.',
    step: 'SEARCHING',
  },
  CLARIFICATION: {
    title: 'Wait for the requester’s answer',
    how: 'When it comes, write it into “What is looked for” below, then begin to search.',
    step: 'SEARCHING',
  },
  FEE_PENDING: {
    title: 'Wait until the fee is settled',
    how: 'Paid or waived: write it down under Fees, then go on.',
    tab: { id: 'fees', name: 'Open the fees' },
    step: 'SEARCHING',
  },
  SEARCHING: {
    title: 'Search, and put what you find under review',
    how: 'Try a search until it finds what is asked for, save it, and put its matches under review. Issue the search certificate when you are done.',
    tab: searches,
    step: 'REVIEW',
  },
  REVIEW: {
    title: 'Decide every message',
    how: 'Release it, mark what the law withholds, withhold it whole, or ask counsel. When all are decided, ask for approval or go on to the release.',
    tab: review,
    step: 'APPROVAL',
  },
  COUNSEL: {
    title: 'Counsel looks at it',
    how: 'Counsel’s answers stand on the messages under Review. Take the request back when they are there.',
    tab: review,
    step: 'REVIEW',
  },
  APPROVAL: {
    title: 'Wait for the approval',
    how: 'Whoever was asked sees it on their home page. You can withdraw the question below.',
  },
  RELEASED_IN_PARTS: {
    title: 'Send the letter, and close the request if this was all',
    how: 'If more is to follow, go on with the review. If not, write the letter and close the request.',
    tab: { id: 'letters', name: 'Open the letters' },
  },
  CLOSED: {
    title: 'Nothing is left to do',
    how: 'If the requester appeals, enter the appeal; if something was forgotten, reopen the request.',
  },
  REOPENED: {
    title: 'Go on where it was left',
    how: 'Search again, or go straight to the review.',
    tab: searches,
    step: 'REVIEW',
  },
  APPEALED: {
    title: 'The appeal is a request of its own',
    how: 'Go on there. If it is sent back, reopen this one.',
  },
  MISFILED: {
    title: 'This was entered by mistake',
    how: 'Its number is not used again. If that was the mistake, put it back.',
    step: 'RECEIVED',
  },
};

export function nextStep(request: RecordsRequest): NextStep {
  const { kind } = request.status;
  if (kind !== 'APPROVAL') return steps[kind];
  if (request.approval === 'GIVEN') {
    return {
      title: 'Approved: release it',
      how: 'Prepare the release; a second person finalises it. Then the letter goes out.',
      tab: release,
    };
  }
  if (request.approval === 'OUTDATED') {
    return {
      title: 'Ask for approval again',
      how: 'The review has changed since it was approved, so the approval no longer holds.',
      tab: review,
    };
  }
  return steps.APPROVAL;
}

/** What the button of a step says, and what has to be written with it. */
export const stepNames: Partial<Record<StatusKind, { readonly act: string; readonly asks?: string }>> = {
  RECEIVED: { act: 'Put it back on the board' },
  CLARIFICATION: {
    act: 'Ask the requester',
    asks: 'What do you ask? It is written on the timeline; send it as a letter.',
  },
  FEE_PENDING: { act: 'Wait for the fee', asks: 'What is to be paid, and for what?' },
  SEARCHING: { act: 'Begin to search' },
  REVIEW: { act: 'Go to review' },
  COUNSEL: { act: 'Refer to counsel', asks: 'What do you ask counsel?' },
  REOPENED: { act: 'Reopen', asks: 'Why is it reopened?' },
  MISFILED: { act: 'Entered by mistake', asks: 'Why should it not have been entered?' },
};
