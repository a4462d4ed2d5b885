import type { ReactNode } from 'react';
import { ClockTab } from '../features/clock/ClockTab';
import { SearchesTab } from '../features/collection/SearchesTab';
import { LettersTab } from '../features/letters/LettersTab';
import { ReviewTab } from '../features/review/ReviewTab';
import { FeesTab } from '../features/fees/FeesTab';
import { ReleaseTab } from '../features/release/ReleaseTab';
import { Overview } from '../features/requests/Overview';
import type { RecordsRequest } from '../shared/requests';
import { hasRole, readingRoles, type Role, type Session } from '../shared/session';

/** This is what a tab of a request is given. */
export interface TabProps {
  readonly request: RecordsRequest;
  readonly session: Session;
  /** What follows the tab in the address: '' or such as `items/12`. */
  readonly rest: string;
  readonly query: URLSearchParams;
}

export interface RequestTab {
  readonly id: 'overview' | 'clock' | 'searches' | 'review' | 'letters' | 'fees' | 'release';
  readonly name: string;
  /** Whom the tab is for; without roles it is everybody's who sees the request. */
  readonly roles?: readonly Role[];
  readonly show: (props: TabProps) => ReactNode;
}

/**
 * These are the tabs of a request, in the order in which a request is answered, each from `features/<capability>`.
 */
export const requestTabs: readonly RequestTab[] = [
  {
    id: 'overview',
    name: 'Overview',
    show: ({ request, session }) => <Overview request={request} session={session} />,
  },
  {
    id: 'clock',
    name: 'Clock',
    show: ({ request, session }) => (
      <ClockTab id={request.id} mayWork={hasRole(session, 'RECORDS_OFFICER', 'COUNSEL')} />
    ),
  },
  {
    id: 'searches',
    name: 'Searches',
    roles: ['RECORDS_OFFICER', 'COUNSEL'],
    show: ({ request }) => <SearchesTab id={request.id} isOpen={request.status.isOpen} />,
  },
  {
    id: 'review',
    name: 'Review',
    roles: readingRoles,
    show: ({ request, rest, query }) => <ReviewTab id={request.id} rest={rest} query={query} />,
  },
  {
    id: 'letters',
    name: 'Letters',
    roles: ['RECORDS_OFFICER', 'COUNSEL'],
    show: ({ request, rest, query, session }) => (
      <LettersTab
        id={request.id}
        label={request.label}
        rest={rest}
        chosen={query.get('kind') ?? undefined}
        session={session}
      />
    ),
  },
  {
    id: 'fees',
    name: 'Fees',
    roles: ['RECORDS_OFFICER', 'COUNSEL'],
    show: ({ request }) => <FeesTab id={request.id} />,
  },
  { id: 'release', name: 'Release', show: ({ request }) => <ReleaseTab id={request.id} /> },
];
