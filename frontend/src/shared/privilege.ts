import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answer, client, reached } from './api';
import type { components } from './api-schema';

type Schemas = components['schemas'];
export type Rules = Schemas['Rules'];
export type Rule = Schemas['Rule'];
export type RuleKind = Rule['kind'];
export type Release = Schemas['PrivilegeRelease'];

const nothing = (result: { error?: unknown; response: Response }) =>
  answer({ ...result, data: result.response.ok ? true : undefined });

export function useRules(isWanted = true): UseQueryResult<Rules> {
  return useQuery({
    enabled: isWanted,
    queryKey: ['privilege', 'rules'],
    queryFn: async ({ signal }) => answer(await reached(client.GET('/api/privilege/rules', { signal }))),
  });
}

export function useReleases(): UseQueryResult<readonly Release[]> {
  return useQuery({
    queryKey: ['privilege', 'releases'],
    queryFn: async ({ signal }) => answer(await reached(client.GET('/api/privilege/releases', { signal }))),
  });
}

/** How many messages a rule would keep back, were it in force. */
export function useRuleCount(kind: RuleKind, text: string): UseQueryResult<Schemas['RuleCount']> {
  return useQuery({
    queryKey: ['privilege', 'count', kind, text],
    enabled: text !== '',
    queryFn: async ({ signal }) =>
      answer(
        await reached(
          client.GET('/api/privilege/rules/count', { params: { query: { kind, text } }, signal }),
        ),
      ),
  });
}

export function useKeptBack(q: string, after: string): UseQueryResult<Schemas['Queue']> {
  return useQuery({
    queryKey: ['privilege', 'messages', q, after],
    queryFn: async ({ signal }) =>
      answer(
        await reached(
          client.GET('/api/privilege/messages', { params: { query: { q: q || '*', after } }, signal }),
        ),
      ),
  });
}

/** An act of counsel; whatever is shown of privilege, and every search, is asked again after it. */
function useAct<T>(act: (what: T) => Promise<unknown>) {
  const known = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await known.invalidateQueries();
    },
  });
}

export const useAddRule = () =>
  useAct(async (body: { kind: RuleKind; text: string; note: string }) =>
    answer(await reached(client.POST('/api/privilege/rules', { body }))),
  );

export const useEndRule = () =>
  useAct(async ({ id, reason }: { id: number; reason: string }) =>
    nothing(
      await reached(
        client.POST('/api/privilege/rules/{id}/end', { params: { path: { id } }, body: { reason } }),
      ),
    ),
  );

export const useRelease = () =>
  useAct(async (body: { accession: number; reason: string }) =>
    answer(await reached(client.POST('/api/privilege/releases', { body }))),
  );

export const useTakeBack = () =>
  useAct(async ({ id, reason }: { id: number; reason: string }) =>
    nothing(
      await reached(
        client.POST('/api/privilege/releases/{id}/take-back', { params: { path: { id } }, body: { reason } }),
      ),
    ),
  );
