import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asked, client } from './api';
import type { components } from './api-schema';
import type { Role } from './session';

type Schemas = components['schemas'];
export type RecordsRequest = Schemas['RequestView'];
export type BoardLine = Schemas['BoardLine'];
export type StatusKind = BoardLine['status'];
export type Determination = NonNullable<Schemas['StatusView']['determination']>;
export type ReceivedBy = RecordsRequest['receivedBy'];

/** Who has a board of requests. */
export const requestRoles: readonly Role[] = ['RECORDS_OFFICER', 'REVIEWER', 'COUNSEL', 'APPROVER'];

export const statusNames: Record<StatusKind, string> = {
  RECEIVED: 'Received',
  CLARIFICATION: 'Waiting for the requester',
  FEE_PENDING: 'Waiting for the fee',
  SEARCHING: 'Searching',
  REVIEW: 'In review',
  COUNSEL: 'With counsel',
  APPROVAL: 'Waiting for approval',
  RELEASED_IN_PARTS: 'Released, not closed yet',
  CLOSED: 'Closed',
  REOPENED: 'Reopened',
  APPEALED: 'Appealed',
  MISFILED: 'Entered by mistake',
};

export const determinationNames: Record<Determination, string> = {
  GRANTED: 'Granted',
  GRANTED_IN_PART: 'Granted in part',
  DENIED: 'Denied',
  NO_RECORDS: 'No records',
  NOT_DESCRIBED: 'Not described well enough',
  WITHDRAWN: 'Withdrawn',
  UNPAID: 'Unpaid',
  DUPLICATE: 'Duplicate',
  REFERRED: 'Referred',
  NOT_OUR_RECORD: 'Not our record',
  OTHER: 'Other',
};

export const receivedByNames: Record<ReceivedBy, string> = {
  COUNTER: 'At the counter',
  PAPER: 'On paper',
  MAIL: 'By mail',
  PHONE: 'By telephone',
  EMAIL: 'By e-mail',
};

/** The address of a request's tab; the overview is the request's own. */
export const requestAddress = (id: number, tab = 'overview') =>
  tab === 'overview' ? `/requests/${id}` : `/requests/${id}/${tab}`;

export const useBoard = (isWanted = true) =>
  useQuery({
    queryKey: ['requests', 'board'],
    enabled: isWanted,
    queryFn: ({ signal }) => asked<Schemas['RequestBoard']>(client.GET('/api/requests', { signal })),
  });

/** What waits for the person in requests: tasks of theirs, approvals asked of them. */
export const useRequestNeeds = (isWanted: boolean) =>
  useQuery({
    queryKey: ['requests', 'needs'],
    enabled: isWanted,
    queryFn: () => asked<Schemas['RequestNeeds']>(client.GET('/api/requests/needs')),
  });

export const useRequest = (id: number) =>
  useQuery({
    queryKey: ['requests', id],
    queryFn: ({ signal }) =>
      asked<RecordsRequest>(client.GET('/api/requests/{id}', { params: { path: { id } }, signal })),
  });

/**
 * An act on requests: everything shown of any request is asked again after it. Tabs of a request keep what they ask
 * under `['requests', id, …]`.
 */
export function useRequestAct<T, R>(act: (what: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['requests'] }),
  });
}
