import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../shared/api-schema';
import { singleSignOnKey } from '../../shared/singleSignOn';

type Schemas = components['schemas'];
export type Settings = Schemas['SingleSignOnSettings'];
export type Version = Schemas['SingleSignOnVersion'];
export type Standing = Schemas['SingleSignOnView'];
export type GroupRole = Schemas['GroupRole'];
export type Trial = Schemas['Trial'];

/** Changes what stands, which every page then sees. */
export function useSingleSignOnAct<T>(act: (input: T) => Promise<Standing>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (standing) => {
      queries.setQueryData(singleSignOnKey, standing);
    },
    onError: () => void queries.invalidateQueries({ queryKey: singleSignOnKey }),
  });
}
