import {
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import createClient from 'openapi-fetch';
import type { components, paths } from './api-schema';
import { notice, signed } from './credentials';

type Schemas = components['schemas'];
export type SearchAnswer = Schemas['SearchAnswer'];
export type Hit = Schemas['Hit'];
export type Snippet = Schemas['Snippet'];
export type MessageView = Schemas['MessageView'];
export type Health = Schemas['Health'];
export type HealthDetails = Schemas['HealthDetails'];

/** This is a request the server could not or would not answer, in the server's own words. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  /** The last part of the problem's type, such as `purpose-needed`. */
  readonly slug: string;
  readonly hint: string;
  readonly position: number | undefined;

  constructor(status: number, title: string, detail: string, hint = '', position?: number, slug = '') {
    super(detail);
    this.status = status;
    this.title = title;
    this.slug = slug;
    this.hint = hint;
    this.position = position;
  }
}

export const client = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => fetch(request),
});
client.use({
  onRequest: ({ request }) => signed(request),
  onResponse: ({ response }) => {
    notice(response.status);
  },
});

export function newQueryClient(): QueryClient {
  const worthRetrying = (trouble: Error) => trouble instanceof Problem && trouble.status === 503;
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, trouble) => count < 2 && worthRetrying(trouble),
        refetchOnWindowFocus: false,
      },
    },
  });
}

export type Sorting = 'NEWEST' | 'OLDEST';

export function useSearch(q: string, limit: number, sort: Sorting = 'NEWEST'): UseQueryResult<SearchAnswer> {
  return useQuery({
    queryKey: ['search', q, sort, limit],
    enabled: q !== '',
    placeholderData: (previous, query) =>
      query?.queryKey[1] === q && query.queryKey[2] === sort ? previous : undefined,
    queryFn: async ({ signal }) => {
      const query = sort === 'NEWEST' ? { q, limit } : { q, limit, sort };
      return answer(await reached(client.GET('/api/search', { params: { query }, signal })));
    },
  });
}

export function useMessage(accession: number): UseQueryResult<MessageView> {
  return useQuery({
    queryKey: ['message', accession],
    staleTime: Infinity,
    queryFn: async ({ signal }) =>
      answer(
        await reached(client.GET('/api/messages/{accession}', { params: { path: { accession } }, signal })),
      ),
  });
}

/** The first 256 KiB of a message exactly as it was received. */
export function useSource(accession: number): UseQueryResult<string> {
  return useQuery({
    queryKey: ['source', accession],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const path = { accession };
      return answer(
        await reached(
          client.GET('/api/messages/{accession}/source', { params: { path }, parseAs: 'text', signal }),
        ),
      );
    },
  });
}

export function useHealth(): UseQueryResult<Health> {
  return useQuery({
    queryKey: ['health'],
    refetchInterval: 15_000,
    queryFn: async ({ signal }) => answer(await reached(client.GET('/api/health', { signal }))),
  });
}

export function useHealthDetails(): UseQueryResult<HealthDetails> {
  return useQuery({
    queryKey: ['health', 'details'],
    refetchInterval: 15_000,
    queryFn: ({ signal }) => asked(client.GET('/api/health/details', { signal })),
  });
}

export function useAcknowledgeAlarm() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      asked(client.POST('/api/alarms/{id}/acknowledge', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['health'] }),
  });
}

export const htmlAddress = (accession: number) => `/api/messages/${accession}/html`;
export const rawAddress = (accession: number) => `/api/messages/${accession}/raw`;

/** What was asked for, as the schema names it, or a `Problem` in the server's words. */
// The client's own type loses what a read-only list is; who asks names the schema's type instead.
export async function asked<T>(
  request: Promise<{ data?: unknown; error?: unknown; response: Response }>,
): Promise<T> {
  return answer(await reached(request)) as T;
}

/** Like `asked`, for what is answered without a body. */
export async function done(request: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const result = await reached(request);
  answer({ ...result, data: result.response.ok ? true : undefined });
}

export async function reached<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (trouble) {
    if (trouble instanceof DOMException && trouble.name === 'AbortError') throw trouble;
    throw new Problem(
      0,
      'The archive does not answer',
      'Wait a moment and try again. If it stays so, tell whoever looks after the server: it may have to be started again (./muniment serve).',
    );
  }
}

export function answer<T>(result: { data?: T; error?: unknown; response: Response }): T {
  if (result.response.ok && result.data !== undefined) return result.data;
  throw problemIn(result.error, result.response.status);
}

function problemIn(body: unknown, status: number): Problem {
  const said: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {};
  const text = (key: string, otherwise: string) => {
    const value = said[key];
    return typeof value === 'string' && value !== '' ? value : otherwise;
  };
  const position = said.position;
  return new Problem(
    status,
    text('title', 'The archive could not answer'),
    text('detail', typeof body === 'string' && body !== '' ? body : 'Try again in a moment.'),
    text('hint', ''),
    typeof position === 'number' ? position : undefined,
    text('type', '').replace('urn:muniment:problem:', ''),
  );
}
