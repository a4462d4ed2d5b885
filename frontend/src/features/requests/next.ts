import type { RecordsRequest, StatusKind } from '../../shared/requests';
import { count, counted } from '../../shared/wording';

/** This is what to do with a request that stands so: in words, where, and the step that follows. */
export interface NextStep {
  readonly title: string;
  readonly how: string;
  /** Where it is done; the first stands out. */
  readonly tabs?: readonly { readonly id: string; readonly name: string }[];
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

/** How far the review is. */
export interface Decided {
  readonly total: number;
  readonly undecided: number;
}

export const placeOnTheWay = ({ status, approval }: RecordsRequest) =>
  status.kind === 'APPROVAL' && approval === 'GIVEN' ? 4 : placeOf[status.kind];

const searches = { id: 'searches', name: 'Open the searches' };
const review = { id: 'review', name: 'Open the review' };
const release = { id: 'release', name: 'Open the release' };
const letters = { id: 'letters', name: 'Open the letters' };

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
    tabs: [{ id: 'fees', name: 'Open the fees' }],
    step: 'SEARCHING',
  },
  SEARCHING: {
    title: 'Search, and put what you find under review',
    how: 'Try a search until it finds what is asked for, save it, and put its matches under review. Issue the search certificate when you are done.',
    tabs: [searches],
    step: 'REVIEW',
  },
  REVIEW: {
    title: 'Decide every message',
    how: 'Release it, mark what the law withholds, withhold it whole, or ask counsel. When all are decided, ask for approval or go on to the release.',
    tabs: [review],
    step: 'APPROVAL',
  },
  COUNSEL: {
    title: 'Counsel looks at it',
    how: 'Counsel’s answers stand on the messages under Review. Take the request back when they are there.',
    tabs: [review],
    step: 'REVIEW',
  },
  APPROVAL: {
    title: 'Wait for the approval',
    how: 'Whoever was asked sees it on their home page. You can withdraw the question below.',
  },
  RELEASED_IN_PARTS: {
    title: 'Hand it over, send the letter, and close the request',
    how: 'Make the link for the requester under Release, then write and send the letter. If this was all, close the request; if more is to follow, go on with the review.',
    tabs: [release, letters],
    step: 'CLOSED',
  },
  CLOSED: {
    title: 'Nothing is left to do',
    how: 'If the requester appeals, enter the appeal; if something was forgotten, reopen the request.',
  },
  REOPENED: {
    title: 'Go on where it was left',
    how: 'Search again, or go straight to the review.',
    tabs: [searches],
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

const appealed: NextStep = {
  title: 'Say that the appeal has come, and see that it is decided',
  how: 'Send “Appeal received” to the requester. When it is decided, log the decision under Letters, send “Appeal decided”, and close this with the outcome. If records have to be looked for again, begin to search.',
  tabs: [{ id: 'letters', name: 'Open the letters' }],
};

/** What to do with this request now; `decided` once it is known, `isAsked` for whoever is to approve it. */
export function nextStep(request: RecordsRequest, decided: Decided | undefined, isAsked: boolean): NextStep {
  const { kind } = request.status;
  if (kind === 'RECEIVED' && request.appealOf !== undefined) return appealed;
  if (kind === 'APPROVAL') return approvalStep(request, isAsked);
  if (decided !== undefined && decided.total > 0) {
    if (kind === 'SEARCHING') return collectedStep(decided);
    if (kind === 'REVIEW') return reviewStep(decided);
  }
  return steps[kind];
}

const collectedStep = ({ total }: Decided): NextStep => ({
  title: 'Search on, or go to review',
  how: `${counted(total, 'item is', 'items are')} under review. When nothing more is to be found, issue the search certificate and go to review.`,
  step: 'REVIEW',
});

const reviewStep = ({ total, undecided }: Decided): NextStep =>
  undecided > 0
    ? {
        ...steps.REVIEW,
        how: `${count(undecided)} of ${counted(total, 'item')} still to decide, counsel’s among them. ${steps.REVIEW.how}`,
      }
    : {
        title: 'All is decided: ask for approval, or prepare the release',
        how: 'If your city wants an approval, ask for it now. If not, prepare the release; a second person finalises it.',
        tabs: [release],
        step: 'APPROVAL',
      };

function approvalStep({ approval }: RecordsRequest, isAsked: boolean): NextStep {
  if (isAsked) {
    return {
      title: 'Approve or refuse',
      how: 'What you are asked to approve stands below, with the buttons. Nothing is released before you answer.',
    };
  }
  if (approval === 'GIVEN') {
    return {
      title: 'Approved: release it',
      how: 'Prepare the release; a second person finalises it. Then the letter goes out.',
      tabs: [release],
    };
  }
  if (approval === 'OUTDATED') {
    return {
      title: 'Ask for approval again',
      how: 'The review has changed since it was approved, so the approval no longer holds. Go back to review, and ask again there.',
      step: 'REVIEW',
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
