import type { CounselQueue } from '../../shared/counselQueue';
import { counted } from '../../shared/wording';
import type { DueThing, Need } from './need';

export function keptBack(messages: number): Need {
  return {
    key: 'kept-back',
    what: `${counted(messages, 'message is', 'messages are')} kept back`,
    why: 'Nobody but counsel finds them. Release what is not privileged.',
    href: '/privilege',
    act: 'Look through them',
  };
}

export const queueNeed = ({ total }: CounselQueue): Need => ({
  key: 'counsel-queue',
  what: `${counted(total, 'item')} of records requests ${total === 1 ? 'waits' : 'wait'} for you`,
  why: 'Questions of reviewers, and what your quarantine keeps back of what a request asks for.',
  href: '/counsel',
  act: 'Open the queue',
});

export const questionsDue = (queue: CounselQueue | undefined): readonly DueThing[] =>
  (queue?.lines ?? []).flatMap(({ requestId, request, line }) =>
    line.dueOn === undefined
      ? []
      : [
          {
            key: `question ${requestId} ${line.number}`,
            // Noon in London is the same day in every American city.
            on: `${line.dueOn}T12:00:00Z`,
            what: `Answer about ${request}, item ${line.number}`,
            href: `/requests/${requestId}/review/${line.number}`,
          },
        ],
  );
