import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asked, client, done } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { save } from '../../shared/takeaway';

type Schemas = components['schemas'];
export type LettersOfRequest = Schemas['LettersOfRequest'];
export type TemplateLine = Schemas['TemplateLine'];
export type FittingLetter = Schemas['FittingLetter'];
export type LetterKind = TemplateLine['kind'];
export type LetterDraft = Schemas['LetterDraft'];
export type DraftView = Schemas['DraftView'];
export type LetterPiece = Schemas['LetterPiece'];
export type CitedRow = Schemas['CitedRow'];
export type IssuedLetter = Schemas['IssuedLetter'];
export type IncomingLetter = Schemas['IncomingLetter'];
export type Way = Schemas['Dispatch']['way'];

const of = (id: number) => ({ path: { id } });
const ofDraft = (id: number, draft: number) => ({ path: { id, draft } });
const ofLetter = (id: number, number: number) => ({ path: { id, number } });

export const wayNames: Record<Way, string> = {
  POST: 'Posted',
  HAND: 'Handed over',
  PHONE: 'Read out by telephone',
  OTHER: 'In another way',
  EMAIL: 'By e-mail',
};

export const useLetters = (id: number) =>
  useQuery({
    queryKey: ['requests', id, 'letters'],
    queryFn: ({ signal }) =>
      asked<LettersOfRequest>(client.GET('/api/requests/{id}/letters', { params: of(id), signal })),
  });

export const useDraft = (id: number, draft: number) =>
  useQuery({
    queryKey: ['requests', id, 'letters', draft],
    queryFn: ({ signal }) =>
      asked<DraftView>(
        client.GET('/api/requests/{id}/letters/drafts/{draft}', { params: ofDraft(id, draft), signal }),
      ),
  });

function useAct<T, R>(act: (what: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['requests'] }),
  });
}

export const useBegin = (id: number) =>
  useAct((body: Schemas['NewDraft']) =>
    asked<DraftView>(client.POST('/api/requests/{id}/letters/drafts', { params: of(id), body })),
  );

export const useChange = (id: number, draft: number) =>
  useAct((body: Schemas['DraftChange']) =>
    asked<DraftView>(
      client.PUT('/api/requests/{id}/letters/drafts/{draft}', { params: ofDraft(id, draft), body }),
    ),
  );

export const usePutAway = (id: number, draft: number) =>
  useAct(() =>
    done(client.POST('/api/requests/{id}/letters/drafts/{draft}/put-away', { params: ofDraft(id, draft) })),
  );

export const useConfirm = (id: number, draft: number) =>
  useAct((confirmed: string[]) =>
    asked<DraftView>(
      client.POST('/api/requests/{id}/letters/drafts/{draft}/confirm', {
        params: ofDraft(id, draft),
        body: { confirmed },
      }),
    ),
  );

export const useIssue = (id: number, draft: number) =>
  useAct(() =>
    asked<IssuedLetter>(
      client.POST('/api/requests/{id}/letters/drafts/{draft}/issue', {
        params: ofDraft(id, draft),
        body: { confirmed: [] },
      }),
    ),
  );

export const useMail = (id: number, number: number) =>
  useAct(() =>
    asked<IssuedLetter>(
      client.POST('/api/requests/{id}/letters/{number}/mail', { params: ofLetter(id, number) }),
    ),
  );

export const useHandedOver = (id: number, number: number) =>
  useAct((body: Schemas['LetterHandedOver']) =>
    asked<IssuedLetter>(
      client.POST('/api/requests/{id}/letters/{number}/handed-over', { params: ofLetter(id, number), body }),
    ),
  );

export const useLogIncoming = (id: number) =>
  useAct((body: Schemas['NewIncoming']) =>
    done(client.POST('/api/requests/{id}/letters/incoming', { params: of(id), body })),
  );

export async function saveDraft(id: number, draft: number): Promise<void> {
  const file = await asked<Blob>(
    client.GET('/api/requests/{id}/letters/drafts/{draft}/preview', {
      params: ofDraft(id, draft),
      parseAs: 'blob',
    }),
  );
  save(file, 'draft-of-a-letter.pdf');
}

export async function saveLetter(id: number, number: number, label: string): Promise<void> {
  const file = await asked<Blob>(
    client.GET('/api/requests/{id}/letters/{number}/file', { params: ofLetter(id, number), parseAs: 'blob' }),
  );
  save(file, `${label}-letter-${number}.pdf`);
}
