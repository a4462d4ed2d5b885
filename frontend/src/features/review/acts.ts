import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { sendFile } from '../../shared/upload';
import {
  base,
  freshItem,
  itemKey,
  listsKey,
  overviewKey,
  type Item,
  type Line,
  type List,
  type MarkForm,
  type Pressed,
  type Spread,
  type Verdict,
} from './review';

type Schemas = components['schemas'];

/** Puts what is known now of an item into every list that shows it; a filter is asked again only when it is changed. */
function renew(queries: QueryClient, id: number, item: Item): void {
  queries.setQueryData(itemKey(id, item.line.number), item);
  queries.setQueriesData<{ pages: List[]; pageParams: unknown[] }>({ queryKey: listsKey(id) }, (known) =>
    known === undefined
      ? known
      : {
          ...known,
          pages: known.pages.map((page) => ({
            ...page,
            lines: page.lines.map((line) => (line.number === item.line.number ? item.line : line)),
          })),
        },
  );
}

/** An act on one item that answers with the item as it is after it. */
function useItemAct<T>(id: number, act: (what: T) => Promise<Item>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (item) => {
      renew(queries, id, item);
      void queries.invalidateQueries({ queryKey: overviewKey(id) });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['requests', id, 'review', 'item'] }),
  });
}

/** An act on several items: each that is on the page is asked again. */
function usePress<T>(id: number, act: (what: T) => Promise<Pressed>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    // Nobody waits for it: whoever decided is on the next item by then.
    onSuccess: ({ changed }) => {
      void queries.invalidateQueries({ queryKey: overviewKey(id) });
      const [only, another] = changed;
      if (only === undefined || another !== undefined) {
        void queries.invalidateQueries({ queryKey: ['requests', id, 'review'] });
        return;
      }
      freshItem(id, only).then(
        (item) => {
          renew(queries, id, item);
        },
        () => undefined,
      );
    },
    onError: () => queries.invalidateQueries({ queryKey: ['requests', id, 'review', 'item'] }),
  });
}

interface At {
  readonly number: number;
  readonly version: number;
}

export const useDecide = (id: number) =>
  usePress(id, ({ number, version, verdict, spread }: At & { verdict: Verdict; spread: Spread }) =>
    asked<Pressed>(
      client.POST(`${base}/items/{number}/decision`, {
        params: { path: { id, number } },
        body: { version, verdict, spread },
      }),
    ),
  );

export const useUndo = (id: number) =>
  useItemAct(id, ({ number, version }: At) =>
    asked<Item>(
      client.POST(`${base}/items/{number}/undo`, { params: { path: { id, number } }, body: { version } }),
    ),
  );

export const useUndoPress = (id: number) =>
  usePress(id, (batch: number) =>
    asked<Pressed>(client.POST(`${base}/presses/{batch}/undo`, { params: { path: { id, batch } } })),
  );

export const useMark = (id: number) =>
  useItemAct(id, ({ number, version, marks }: At & { marks: MarkForm[] }) =>
    asked<Item>(
      client.POST(`${base}/items/{number}/marks`, {
        params: { path: { id, number } },
        body: { version, marks },
      }),
    ),
  );

export const useChangeMark = (id: number) =>
  useItemAct(id, ({ number, version, mark, form }: At & { mark: number; form: MarkForm }) =>
    asked<Item>(
      client.PUT(`${base}/items/{number}/marks/{mark}`, {
        params: { path: { id, number, mark } },
        body: { version, mark: form },
      }),
    ),
  );

export const useRemoveMark = (id: number) =>
  useItemAct(id, ({ number, version, mark }: At & { mark: number }) =>
    asked<Item>(
      client.DELETE(`${base}/items/{number}/marks/{mark}`, {
        params: { path: { id, number, mark }, query: { version } },
      }),
    ),
  );

export const useMarkAll = (id: number) =>
  usePress(id, (places: { item: number; form: MarkForm }[]) =>
    asked<Pressed>(client.POST(`${base}/marks`, { params: { path: { id } }, body: { places } })),
  );

export const useDismiss = (id: number) =>
  useItemAct(id, ({ number, version, key }: At & { key: string }) =>
    asked<Item>(
      client.POST(`${base}/items/{number}/suggestions/dismiss`, {
        params: { path: { id, number } },
        body: { version, key, reason: '' },
      }),
    ),
  );

export const useAnswer = (id: number) =>
  useItemAct(id, ({ number, version, ...answer }: At & { answer: string; isPrivileged: boolean }) =>
    asked<Item>(
      client.POST(`${base}/items/{number}/answer`, {
        params: { path: { id, number } },
        body: { version, answer },
      }),
    ),
  );

function useReviewAct<T, R>(id: number, act: (what: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['requests', id, 'review'] }),
  });
}

export const useAssign = (id: number) =>
  useReviewAct(id, (body: { from: number; to: number; person?: number }) =>
    asked<Schemas['ReviewAssigned']>(client.POST(`${base}/assignments`, { params: { path: { id } }, body })),
  );

export const useAddFile = (id: number) =>
  useReviewAct(id, (file: File) =>
    sendFile<Line>(
      'POST',
      `/api/requests/${id}/review/files?name=${encodeURIComponent(file.name)}`,
      file,
      'application/octet-stream',
    ),
  );

export const fileAddress = (id: number, number: number) => `/api/requests/${id}/review/items/${number}/file`;
