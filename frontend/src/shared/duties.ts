import { useQuery } from '@tanstack/react-query';
import { asked, client } from './api';
import type { components } from './api-schema';

type Schemas = components['schemas'];
export type GrantLine = Schemas['GrantLine'];
export type Duties = Schemas['Open'];
export type PersonWaiting = Schemas['Waiting'];

/** Roles that wait for a second person; to whoever has no part in giving roles, their own only. */
export const useGrants = (isWanted = true) =>
  useQuery({
    queryKey: ['people', 'grants'],
    enabled: isWanted,
    queryFn: () => asked<readonly GrantLine[]>(client.GET('/api/grants')),
  });

/** What is left to do about people, for those who administer or audit them. */
export const useDuties = (isWanted: boolean) =>
  useQuery({
    queryKey: ['people', 'duties'],
    enabled: isWanted,
    queryFn: () => asked<Duties>(client.GET('/api/people/duties')),
  });
