import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { count } from '../../shared/wording';

type Schemas = components['schemas'];
export type Overview = Schemas['IntegrityOverview'];
export type LevelDue = Schemas['LevelDue'];
export type Running = Schemas['RunningCheck'];
export type Filed = Schemas['FiledCheck'];
export type Report = Schemas['CheckReport'];

const runningMillis = 2_000;
const quietMillis = 30_000;

/** When each level was last checked and is due, and how far a check that runs has come. */
export function useChecks() {
  return useQuery<Overview>({
    queryKey: ['integrity', 'newest'],
    refetchInterval: ({ state }) => (state.data?.running === undefined ? quietMillis : runningMillis),
    queryFn: ({ signal }) => asked<Overview>(client.GET('/api/integrity', { signal })),
    retry: false,
  });
}

/** The reports before those that `useChecks` shows. */
export function useOlder(last: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['integrity', 'older', last],
    enabled: false,
    initialPageParam: last ?? '',
    getNextPageParam: (page: Overview) => page.reports.at(-1)?.name,
    queryFn: async ({ pageParam, signal }): Promise<Overview> =>
      asked<Overview>(client.GET('/api/integrity', { params: { query: { before: pageParam } }, signal })),
  });
}

export function useReport(name: string) {
  return useQuery<Report>({
    queryKey: ['integrity', 'report', name],
    queryFn: ({ signal }) =>
      asked<Report>(client.GET('/api/integrity/reports/{name}', { params: { path: { name } }, signal })),
  });
}

export function useStart() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (level: string) => asked<Overview>(client.POST('/api/integrity/checks', { body: { level } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['integrity'] }),
  });
}

export const noteAddress = (name: string) => `/api/integrity/reports/${encodeURIComponent(name)}/note`;

const names: Record<string, string> = { quick: 'Quick', scrub: 'Scrub', full: 'Full' };
const meanings: Record<string, string> = {
  quick: 'Keys, the chain and sizes of all files, the last signature',
  scrub: 'Every byte under its checksum, without opening a message',
  full: 'Every byte, every message opened and compared with the log',
};

export const levelName = (level: string) => names[level] ?? level;
export const levelMeaning = (level: string) => meanings[level] ?? '';

export const outcome = ({ ok, findings }: Pick<Filed, 'ok' | 'findings'>) =>
  ok ? 'All well' : findings === 1 ? '1 finding' : `${count(findings)} findings`;
