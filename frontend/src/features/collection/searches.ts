import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { save } from '../../shared/takeaway';

type Schemas = components['schemas'];
export type SavedSearch = Schemas['SavedSearch'];
export type SearchVersion = Schemas['SearchVersion'];
export type RunCounts = Schemas['RunCounts'];
export type Trial = Schemas['SearchTrial'];
export type QuerySuggestion = Schemas['QuerySuggestion'];
export type Collected = Schemas['Collected'];
export type CollectionPreview = Schemas['CollectionPreview'];
export type IssuedCertificate = Schemas['IssuedCertificate'];

const of = (id: number) => ({ path: { id } });

export const useSearches = (id: number) =>
  useQuery({
    queryKey: ['requests', id, 'searches'],
    queryFn: ({ signal }) =>
      asked<Schemas['SearchesOfRequest']>(
        client.GET('/api/requests/{id}/searches', { params: of(id), signal }),
      ),
  });

/** A query tried on the request; each time it is asked it is written down, so it is not asked again by itself. */
export const useTrial = (id: number, q: string) =>
  useQuery({
    queryKey: ['searches tried', id, q],
    enabled: q !== '',
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      asked<Trial>(
        client.GET('/api/requests/{id}/searches/trial', { params: { path: { id }, query: { q } }, signal }),
      ),
  });

export const useComparison = (id: number, first: number, second: number) =>
  useQuery({
    queryKey: ['searches compared', id, first, second],
    enabled: first !== 0 && second !== 0 && first !== second,
    queryFn: ({ signal }) =>
      asked<Schemas['SearchesCompared']>(
        client.GET('/api/requests/{id}/searches/comparison', {
          params: { path: { id }, query: { first, second } },
          signal,
        }),
      ),
  });

export const isGoingOn = (one: Collected) => one.endedAt === undefined;

/** What was put under review and certified; asked again every second while messages are put in. */
export const useCollection = (id: number) =>
  useQuery<Schemas['CollectionState']>({
    queryKey: ['requests', id, 'collection'],
    refetchInterval: ({ state }) => (state.data?.collected.some(isGoingOn) === true ? 1000 : false),
    queryFn: ({ signal }) =>
      asked<Schemas['CollectionState']>(
        client.GET('/api/requests/{id}/collection', { params: of(id), signal }),
      ),
  });

function useAct<T, R>(act: (what: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['requests'] }),
  });
}

export const useSaveSearch = (id: number) =>
  useAct((body: Schemas['NewSearch']) =>
    asked<SavedSearch>(client.POST('/api/requests/{id}/searches', { params: of(id), body })),
  );

export const useReword = (id: number, number: number) =>
  useAct((body: Schemas['NewWording']) =>
    asked<SavedSearch>(
      client.POST('/api/requests/{id}/searches/{number}/versions', {
        params: { path: { id, number } },
        body,
      }),
    ),
  );

export const useRunAgain = (id: number, number: number) =>
  useAct(() =>
    asked<SavedSearch>(
      client.POST('/api/requests/{id}/searches/{number}/runs', { params: { path: { id, number } } }),
    ),
  );

/** What collecting would do, asked when somebody wants to know. */
export const usePreview = (id: number, number: number) =>
  useMutation({
    mutationFn: () =>
      asked<CollectionPreview>(
        client.GET('/api/requests/{id}/searches/{number}/collecting', { params: { path: { id, number } } }),
      ),
  });

export const useCollect = (id: number, number: number) =>
  useAct(() =>
    asked<Collected>(
      client.POST('/api/requests/{id}/searches/{number}/collecting', { params: { path: { id, number } } }),
    ),
  );

export const useCertify = (id: number) =>
  useAct((alsoSaid: string[]) =>
    asked<IssuedCertificate>(
      client.POST('/api/requests/{id}/search-certificates', { params: of(id), body: { alsoSaid } }),
    ),
  );

export async function saveCertificateFile(id: number, number: number, name: string): Promise<void> {
  const file = await asked<Blob>(
    client.GET('/api/requests/{id}/search-certificates/{number}/{name}', {
      params: { path: { id, number, name } },
      parseAs: 'blob',
    }),
  );
  save(file, name);
}
