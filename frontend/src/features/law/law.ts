import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type LawPageAnswer = Schemas['LawPage'];
export type LawRow = Schemas['LawPageRow'];
export type LawSection = Schemas['LawSection'];
export type Kind = LawSection['kind'];
export type Standing = LawRow['standing'];
export type Jurisdictions = Schemas['LawJurisdictions'];

const key = (jurisdiction: string) => ['law', jurisdiction];

export const useJurisdictions = () =>
  useQuery({
    queryKey: ['law'],
    staleTime: Infinity,
    queryFn: ({ signal }) => asked<Jurisdictions>(client.GET('/api/law', { signal })),
  });

export const useLaw = (jurisdiction: string | undefined) =>
  useQuery({
    queryKey: key(jurisdiction ?? ''),
    enabled: jurisdiction !== undefined,
    queryFn: ({ signal }) =>
      asked<LawPageAnswer>(
        client.GET('/api/law/{jurisdiction}', {
          params: { path: { jurisdiction: jurisdiction ?? '' } },
          signal,
        }),
      ),
  });

/** Counsel's word on a row, and taking it back; the row is put into the page as it stands then. */
export function useVerify(jurisdiction: string) {
  return useAct(jurisdiction, (row, hash, words) =>
    asked<LawRow>(client.POST('/api/law/verifications', { body: { row, hash, statement: words } })),
  );
}

export function useWithdraw(jurisdiction: string) {
  return useAct(jurisdiction, (row, hash, words) =>
    asked<LawRow>(client.POST('/api/law/withdrawals', { body: { row, hash, reason: words } })),
  );
}

function useAct(jurisdiction: string, act: (row: string, hash: string, words: string) => Promise<LawRow>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ row, words }: { row: LawRow; words: string }) => act(row.id, row.hash, words),
    onSuccess: (now) => {
      queries.setQueryData<LawPageAnswer>(key(jurisdiction), (page) =>
        page === undefined ? page : { ...page, sections: page.sections.map((one) => withRow(one, now)) },
      );
    },
  });
}

const withRow = (section: LawSection, now: LawRow): LawSection => ({
  ...section,
  rows: section.rows.map((row) => (row.id === now.id && row.hash === now.hash ? now : row)),
});

/** Which rows of a section are shown. */
export type Filter = 'all' | 'unverified' | 'in-use';

export const isFilter = (text: string | null): text is Filter =>
  text === 'all' || text === 'unverified' || text === 'in-use';

export const isUnverified = ({ standing }: LawRow) =>
  standing === 'READ_IN_A_SOURCE' || standing === 'GENERAL_KNOWLEDGE';

export const shown = (rows: readonly LawRow[], filter: Filter) =>
  rows.filter((row) => (filter === 'unverified' ? isUnverified(row) : filter === 'all' || row.isInUse));
