import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Settings = Schemas['SettingsView'];
export type Policy = Schemas['Policy'];
export type Reading = Schemas['Reading'];

export const useSettings = () =>
  useQuery({ queryKey: ['settings'], queryFn: () => asked<Settings>(client.GET('/api/settings')) });

export const useReadings = () =>
  useQuery({
    queryKey: ['people', 'readings'],
    queryFn: () => asked<readonly Reading[]>(client.GET('/api/policy/acknowledgements')),
  });

/** Changes a setting; what every page shows of the city is asked anew. */
export function useSettingsAct<T>(act: (input: T) => Promise<Settings>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (settings) => {
      queries.setQueryData(['settings'], settings);
      void queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
}

export function usePublish() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { notice: string; text: string }) =>
      asked<Policy>(client.POST('/api/policy', { body })),
    // Whoever publishes has to acknowledge it like everybody else: the session says so at once.
    onSuccess: () => queries.invalidateQueries(),
  });
}
