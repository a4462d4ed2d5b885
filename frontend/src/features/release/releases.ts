import { useQuery } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { useRequestAct } from '../../shared/requests';

type Schemas = components['schemas'];
export type Overview = Schemas['ReleaseOverview'];
export type Release = Schemas['ReleaseView'];
export type Readiness = Schemas['ReleaseReadiness'];
export type Exemption = Schemas['UsedExemption'];
export type Obstacle = Schemas['Obstacle'];
export type ReleaseItem = Schemas['DeliveredItem'];
export type Link = Schemas['HandOverView'];
export type Given = Schemas['HandedOver'];
export type Extent = Release['extent'];
export type Packing = Link['packing'];

export const stateNames: Record<Release['state'], string> = {
  PREPARING: 'Being prepared',
  PREPARED: 'Waits for a second person',
  FAILED: 'Not made',
  VOID: 'Withdrawn',
  FINALISED: 'Finalised',
  RECALLED: 'Recalled',
};

/** All releases of a request; asked again every second while one is being prepared. */
export const useReleases = (id: number) =>
  useQuery<Overview>({
    queryKey: ['requests', id, 'releases'],
    refetchInterval: ({ state }) =>
      state.data?.releases.some((one) => one.state === 'PREPARING') === true ? 1000 : false,
    queryFn: ({ signal }) =>
      asked<Overview>(client.GET('/api/requests/{id}/releases', { params: { path: { id } }, signal })),
  });

export const useReleaseItems = (id: number, release: number) =>
  useQuery<Schemas['ReleaseItems']>({
    queryKey: ['requests', id, 'releases', release, 'items'],
    queryFn: ({ signal }) =>
      asked<Schemas['ReleaseItems']>(
        client.GET('/api/requests/{id}/releases/{release}/items', {
          params: { path: { id, release } },
          signal,
        }),
      ),
  });

const page = (id: number, release: number, file: string, number: number) =>
  `/api/requests/${id}/releases/${release}/files/${file}/${number}`;

/** Where the picture of a page is; DRAFT stands over it. */
export const pictureOf = (id: number, release: number, file: string, number: number) =>
  `${page(id, release, file, number)}/picture`;

export const useDraftText = (id: number, release: number, file: string, number: number) =>
  useQuery<Schemas['DraftText']>({
    queryKey: ['draft text', id, release, file, number],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      asked<Schemas['DraftText']>(
        client.GET('/api/requests/{id}/releases/{release}/files/{file}/{page}', {
          params: { path: { id, release, file, page: number } },
          signal,
        }),
      ),
  });

export const usePrepare = (id: number) =>
  useRequestAct((body: Schemas['PrepareForm']) =>
    asked<Release>(client.POST('/api/requests/{id}/releases', { params: { path: { id } }, body })),
  );

export const useWithdraw = (id: number, release: number) =>
  useRequestAct((reason: string) =>
    asked<Release>(
      client.POST('/api/requests/{id}/releases/{release}/withdraw', {
        params: { path: { id, release } },
        body: { reason },
      }),
    ),
  );

export const useFinalise = (id: number, release: number) =>
  useRequestAct((body: { manifestSha256: string; confirmed: string[] }) =>
    asked<Release>(
      client.POST('/api/requests/{id}/releases/{release}/finalise', {
        params: { path: { id, release } },
        body,
      }),
    ),
  );

export const useHandOver = (id: number, release: number) =>
  useRequestAct((body: Schemas['HandOverForm']) =>
    asked<Given>(
      client.POST('/api/requests/{id}/releases/{release}/links', { params: { path: { id, release } }, body }),
    ),
  );

export const useEndLink = (id: number, release: number) =>
  useRequestAct((link: number) =>
    asked<Release>(
      client.POST('/api/requests/{id}/releases/{release}/links/{link}/end', {
        params: { path: { id, release, link } },
      }),
    ),
  );

export const useRecall = (id: number, release: number) =>
  useRequestAct((reason: string) =>
    asked<Release>(
      client.POST('/api/requests/{id}/releases/{release}/recall', {
        params: { path: { id, release } },
        body: { reason },
      }),
    ),
  );
