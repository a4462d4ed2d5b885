import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import type { Role } from '../../shared/session';

type Schemas = components['schemas'];
export type PersonLine = Schemas['PersonLine'];
export type PersonView = Schemas['PersonView'];
export type DepartmentLine = Schemas['DepartmentLine'];
export type LinkMade = Schemas['LinkMade'];
export type TokenScope = Schemas['TokenForm']['scopes'][number];

type Answer = Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Like `asked`, for what is answered without a body. */
export async function done(request: Answer): Promise<void> {
  const result = await request;
  if (!result.response.ok) await asked(Promise.resolve(result));
}

export const roles: readonly Role[] = [
  'RECORDS_OFFICER',
  'REVIEWER',
  'COUNSEL',
  'ADMINISTRATOR',
  'AUDITOR',
  'APPROVER',
];

export const stateNames: Record<PersonLine['state'], string> = {
  INVITED: 'Invited',
  ACTIVE: 'Active',
  RESET: 'Must set a password',
  DISABLED: 'Disabled',
  LEFT: 'Has left',
};

/** The people in whose name or address these letters stand, at most 200. */
export const usePeople = (q: string) =>
  useQuery({
    queryKey: ['people', 'list', q],
    placeholderData: keepPreviousData,
    queryFn: () =>
      asked<Schemas['PeoplePage']>(client.GET('/api/people', { params: { query: { q, limit: 200 } } })),
  });

export const usePerson = (id: number) =>
  useQuery({
    queryKey: ['people', id],
    queryFn: () => asked<PersonView>(client.GET('/api/people/{id}', { params: { path: { id } } })),
  });

export const useDepartments = () =>
  useQuery({
    queryKey: ['people', 'departments'],
    queryFn: () => asked<readonly DepartmentLine[]>(client.GET('/api/departments')),
  });

/** Does something to people; what is shown of them is asked anew. */
export function usePeopleAct<T, R>(act: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['people'] }),
  });
}
