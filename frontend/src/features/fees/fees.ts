import { useQuery } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { useRequestAct } from '../../shared/requests';

type Schemas = components['schemas'];
export type FeePage = Schemas['FeePage'];
export type FeeTold = Schemas['FeeTold'];
export type FeeSample = Schemas['FeeSample'];
type WorkForm = Schemas['FeeWorkForm'];
type TermsForm = Schemas['FeeTermsForm'];
type Settlement = Schemas['SettlementForm'];

export const useFees = (id: number) =>
  useQuery({
    queryKey: ['requests', id, 'fees'],
    queryFn: ({ signal }) =>
      asked<FeePage>(client.GET('/api/requests/{id}/fees', { params: { path: { id } }, signal })),
  });

const at = (id: number) => ({ path: { id } });

export const useAddWork = (id: number) =>
  useRequestAct((body: WorkForm) =>
    asked<FeePage>(client.POST('/api/requests/{id}/fees/work', { params: at(id), body })),
  );

export const useTakeBackWork = (id: number) =>
  useRequestAct((work: number) =>
    asked<FeePage>(
      client.POST('/api/requests/{id}/fees/work/{work}/take-back', { params: { path: { id, work } } }),
    ),
  );

export const useTerms = (id: number) =>
  useRequestAct((body: TermsForm) =>
    asked<FeePage>(client.PUT('/api/requests/{id}/fees/terms', { params: at(id), body })),
  );

export const useEstimate = (id: number) =>
  useRequestAct((body: FeeSample) =>
    asked<FeePage>(client.POST('/api/requests/{id}/fees/estimates', { params: at(id), body })),
  );

export const useInvoice = (id: number) =>
  useRequestAct(() => asked<FeePage>(client.POST('/api/requests/{id}/fees/invoices', { params: at(id) })));

export const useSettle = (id: number) =>
  useRequestAct((body: Settlement) =>
    asked<FeePage>(client.POST('/api/requests/{id}/fees/invoices/settlement', { params: at(id), body })),
  );

export type Component = NonNullable<WorkForm['component']>;

export const componentNames: readonly (readonly [Component, string])[] = [
  ['SEARCH', 'Search and retrieval (hours)'],
  ['REVIEW', 'Review (hours)'],
  ['REDACTION', 'Redaction (hours)'],
  ['RECORDING_REDACTION', 'Redaction of law-enforcement recordings (hours)'],
  ['FORMATTING', 'Formatting and programming (hours)'],
  ['PAPER_COPIES', 'Paper copies (pages)'],
  ['ELECTRONIC_COPIES', 'Electronic copies and media (dollars)'],
];
