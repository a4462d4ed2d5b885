import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Me = Schemas['Me'];
export type Passkey = Schemas['PasskeyLine'];
export type OpenSession = Schemas['SessionLine'];
export type Token = Schemas['PersonalToken'];
export type Scope = Schemas['TokenForm']['scopes'][number];
export type Enrolment = Schemas['Enrolment'];
export type NewCodes = Schemas['NewRecoveryCodes'];

export const useMe = () =>
  useQuery({
    queryKey: ['account', 'me'],
    queryFn: ({ signal }) => asked<Me>(client.GET('/api/me', { signal })),
  });

export const usePasskeys = () =>
  useQuery({
    queryKey: ['account', 'passkeys'],
    queryFn: ({ signal }) => asked<readonly Passkey[]>(client.GET('/api/me/passkeys', { signal })),
  });

export const useOpenSessions = () =>
  useQuery({
    queryKey: ['account', 'sessions'],
    queryFn: ({ signal }) => asked<readonly OpenSession[]>(client.GET('/api/me/sessions', { signal })),
  });

export const usePolicyInForce = () =>
  useQuery({
    queryKey: ['policy'],
    queryFn: ({ signal }) => asked<Schemas['PolicyInForce']>(client.GET('/api/policy', { signal })),
  });

/** Changes something of the account; what is shown of it is asked anew. */
export function useChange<T, R>(change: (input: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['account'] });
      void queries.invalidateQueries({ queryKey: ['audit-mine'] });
    },
  });
}
