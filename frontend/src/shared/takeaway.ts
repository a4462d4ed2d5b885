import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, client, reached, type Hit } from './api';

/** This is what can be taken away from the archive, each time written down in the audit trail. */

/** A `/` in the number of a part is written `~` in its address. */
export const attachmentAddress = (accession: number, part: string) =>
  `/api/messages/${accession}/attachments/${part.replaceAll('/', '~')}`;

export function useConversation(accession: number): UseQueryResult<readonly Hit[]> {
  return useQuery({
    queryKey: ['conversation', accession],
    staleTime: Infinity,
    queryFn: async ({ signal }) =>
      answer(
        await reached(
          client.GET('/api/messages/{accession}/conversation', { params: { path: { accession } }, signal }),
        ),
      ),
  });
}

/** Saves the list of everything a search found; returns how many messages that are. */
export async function saveList(q: string, reason: string): Promise<number> {
  const result = await reached(client.POST('/api/search/exports', { body: { q, reason }, parseAs: 'blob' }));
  const list: unknown = answer(result as { data?: unknown; error?: unknown; response: Response });
  save(list as Blob, 'messages.csv');
  return Number(result.response.headers.get('Muniment-Messages') ?? 0);
}

/** Saves the proof that the archive holds a message: a ZIP. */
export async function saveProof(accession: number): Promise<void> {
  const result = await reached(
    client.POST('/api/messages/{accession}/proof', { params: { path: { accession } }, parseAs: 'blob' }),
  );
  const proof: unknown = answer(result as { data?: unknown; error?: unknown; response: Response });
  save(proof as Blob, `proof-of-message-${accession}.zip`);
}

/** Has the browser save a file. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  window.setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
