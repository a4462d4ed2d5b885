import {
  requestAddress,
  requestRoles,
  useBoard,
  useRequestNeeds,
  type BoardLine,
} from '../../shared/requests';
import { hasRole, type Session } from '../../shared/session';
import { counted, minute } from '../../shared/wording';
import type { DueThing, Need } from './need';

interface RequestsWaiting {
  readonly isLoading: boolean;
  readonly needs: readonly Need[];
  readonly due: readonly DueThing[];
}

/** What waits for this person in records requests: what is late or due, tasks, approvals, releases, letters. */
export function useRequestsWaiting(session: Session): RequestsWaiting {
  const isIn = hasRole(session, ...requestRoles);
  const { data: board, isLoading: boardLoading } = useBoard(isIn);
  const { data: needs, isLoading: needsLoading } = useRequestNeeds(isIn);
  const runs = hasRole(session, 'RECORDS_OFFICER');
  const mine = (board?.lines ?? []).filter((line) => line.isMine);
  const approvals = (needs?.approvals ?? []).map((one) => ({
    key: `approval-${one.request}`,
    what: `${one.label} waits for your approval`,
    why: `${one.askedBy} asked on ${minute(one.askedAt)}. Nothing is released before you answer.`,
    href: requestAddress(one.request),
    act: 'Approve or refuse',
  }));
  const works = (needs?.works ?? []).map((one) => ({
    key: `work-${one.request}-${one.tab}`,
    what: `${one.label} ${one.what}`,
    why: one.why,
    href: requestAddress(one.request, one.tab),
    act: one.act,
  }));
  return {
    isLoading: boardLoading || needsLoading,
    needs: [...approvals, ...works, ...(runs ? lateNeed(mine) : []), ...(runs ? newNeeds(mine) : [])],
    due: [
      ...mine.flatMap((line) =>
        line.dueOn === undefined || line.lateness === 'LATE'
          ? []
          : [
              {
                key: `request-${line.id}`,
                on: `${line.dueOn}T12:00:00`,
                what: `${line.label}: ${line.about}`,
                href: requestAddress(line.id),
              },
            ],
      ),
      ...(needs?.tasks ?? []).flatMap((task) =>
        task.dueOn === undefined
          ? []
          : [
              {
                key: `task-${task.request}-${task.what}`,
                on: `${task.dueOn}T12:00:00`,
                what: `${task.label}, task: ${task.what}`,
                href: requestAddress(task.request),
              },
            ],
      ),
    ],
  };
}

function lateNeed(mine: readonly BoardLine[]): readonly Need[] {
  const late = mine.filter((line) => line.lateness === 'LATE');
  const [first] = late;
  if (first === undefined) return [];
  return [
    {
      key: 'requests-late',
      what: `${counted(late.length, 'request is', 'requests are')} overdue`,
      why: `${late.map(({ label }) => label).join(', ')}. The law’s day has passed.`,
      href: late.length === 1 ? requestAddress(first.id) : '/requests?whose=mine',
      act: late.length === 1 ? `Open ${first.label}` : 'Open the board',
    },
  ];
}

function newNeeds(mine: readonly BoardLine[]): readonly Need[] {
  return mine
    .filter((line) => line.status === 'RECEIVED' && line.lateness !== 'LATE')
    .slice(0, 3)
    .map((line) => ({
      key: `new-${line.id}`,
      what: `${line.label} has not been begun`,
      why: `${line.requester} asks: ${line.about}`,
      href: requestAddress(line.id),
      act: `Open ${line.label}`,
    }));
}
