import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { asked as told, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { isAct, type Act } from './words';

type Schemas = components['schemas'];
type Page = Schemas['AuditPage'];

/** What is asked of the trail, as it stands in the address. */
export interface Asked {
  readonly person?: number;
  readonly act?: Act;
  readonly message?: number;
  readonly purpose?: string;
  readonly from?: string;
  readonly to?: string;
}

export function askedIn(query: URLSearchParams): Asked {
  const number = (name: string) =>
    /^\d{1,15}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : undefined;
  const day = (name: string) =>
    /^\d{4}-\d\d-\d\d$/.test(query.get(name) ?? '') ? (query.get(name) ?? '') : undefined;
  const person = number('person');
  const message = number('message');
  const act = query.get('act') ?? '';
  const purpose = query.get('purpose') ?? '';
  const from = day('from');
  const to = day('to');
  return {
    ...(person === undefined ? {} : { person }),
    ...(isAct(act) ? { act } : {}),
    ...(message === undefined ? {} : { message }),
    ...(purpose === '' ? {} : { purpose }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** An act goes as a list, for the server takes several. */
const sent = ({ act, ...rest }: Asked) => ({ ...rest, ...(act === undefined ? {} : { act: [act] }) });
const at = (cursor: number) => (cursor === 0 ? {} : { cursor });

export function useTrail(asked: Asked) {
  return useInfiniteQuery({
    queryKey: ['audit', asked],
    initialPageParam: 0,
    getNextPageParam: (page: Page) => page.next,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const query = { ...sent(asked), ...at(pageParam) };
      return told<Page>(client.GET('/api/audit', { params: { query }, signal }));
    },
  });
}

export function useKnownPeople() {
  return useQuery({
    queryKey: ['audit-people'],
    queryFn: async ({ signal }): Promise<readonly Schemas['KnownPerson'][]> =>
      told<readonly Schemas['KnownPerson'][]>(client.GET('/api/audit/people', { signal })),
  });
}

export function useMessageReaders(accession: number) {
  return useInfiniteQuery({
    queryKey: ['audit-message', accession],
    initialPageParam: 0,
    getNextPageParam: ({ page }: Schemas['MessagesReaders']) => page.next,
    queryFn: async ({ pageParam, signal }): Promise<Schemas['MessagesReaders']> => {
      const params = { path: { accession }, query: at(pageParam) };
      return told<Schemas['MessagesReaders']>(
        client.GET('/api/audit/messages/{accession}', { params, signal }),
      );
    },
  });
}

export function usePersonsReading(person: number) {
  return useInfiniteQuery({
    queryKey: ['audit-person', person],
    initialPageParam: 0,
    getNextPageParam: ({ page }: Schemas['PersonsReading']) => page.next,
    queryFn: async ({ pageParam, signal }): Promise<Schemas['PersonsReading']> => {
      const params = { path: { person }, query: at(pageParam) };
      return told<Schemas['PersonsReading']>(client.GET('/api/audit/people/{person}', { params, signal }));
    },
  });
}

export function useMyEntries() {
  return useInfiniteQuery({
    queryKey: ['audit-mine'],
    initialPageParam: 0,
    getNextPageParam: (page: Page) => page.next,
    queryFn: async ({ pageParam, signal }): Promise<Page> =>
      told<Page>(client.GET('/api/me/audit', { params: { query: at(pageParam) }, signal })),
  });
}

/** The signed word on the whole trail; nothing before the first. */
export function useCheckpoint() {
  return useQuery({
    queryKey: ['audit-checkpoint'],
    queryFn: async ({ signal }): Promise<Schemas['SignedSize']> =>
      told<Schemas['SignedSize']>(client.GET('/api/audit/log/checkpoint', { signal })),
    retry: false,
  });
}

/** Fetches the entries asked for as a CSV file; the reason is written down. */
export async function exported(asked: Asked, reason: string): Promise<Blob> {
  const body = { reason, ...sent(asked) };
  const file = await told<unknown>(client.POST('/api/audit/exports', { body, parseAs: 'blob' }));
  if (file instanceof Blob) return file;
  throw new Error('The answer was no file. Try again in a moment.');
}
