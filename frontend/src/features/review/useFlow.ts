import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { addressOf, adjust } from '../../shared/address';
import { prefetch, useList, type Filter, type Line, type Show } from './review';
import { showNames } from './words';

/** The filter that an address names. */
export function filterOf(query: URLSearchParams): Filter {
  const show = query.get('show') ?? 'ALL';
  return {
    show: show in showNames ? (show as Show) : 'ALL',
    words: query.get('words') ?? '',
    mine: query.get('mine') === '1',
  };
}

export function reviewAddress(id: number, item: number | undefined, filter: Filter): string {
  return addressOf(`/requests/${id}/review${item === undefined ? '' : `/${item}`}`, {
    show: filter.show === 'ALL' ? undefined : filter.show,
    words: filter.words,
    mine: filter.mine ? '1' : undefined,
  });
}

/** How far before the item that is opened the list begins. */
const linesBefore = 20;

/** This is the way through a review: the list that the filter gives, and the item before and after the open one. */
export function useFlow(id: number, number: number | undefined, filter: Filter, start: number) {
  const queries = useQueryClient();
  const list = useList(id, filter, start);
  const lines = useMemo(() => list.data?.pages.flatMap((page) => page.lines) ?? [], [list.data]);
  const at = lines.findIndex((line) => line.number === number);
  const next: Line | undefined = number === undefined ? lines[0] : at < 0 ? undefined : lines[at + 1];
  const previous: Line | undefined = at > 0 ? lines[at - 1] : undefined;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;

  useEffect(() => {
    if (at >= 0 && at > lines.length - linesBefore && hasNextPage && !isFetchingNextPage)
      void fetchNextPage();
  }, [at, lines.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  // Asked for while the open one is read: what counsel keeps back is not there to be asked for.
  const nextNumber = next?.isReadable === true ? next.number : undefined;
  useEffect(() => {
    if (number !== undefined && nextNumber !== undefined) prefetch(queries, id, nextNumber);
  }, [queries, id, number, nextNumber]);

  const open = useCallback(
    (line: Line | undefined) => {
      if (line !== undefined) adjust(reviewAddress(id, line.number, filter));
    },
    [id, filter],
  );
  return { list, lines, next, previous, open, total: list.data?.pages[0]?.total };
}

export const startFor = (number: number | undefined) =>
  number === undefined || number <= linesBefore * 3 ? 0 : number - linesBefore;
