import { useQuery } from '@tanstack/react-query';
import { asked, client } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import { useRequestAct } from '../../shared/requests';

type Schemas = components['schemas'];
export type ClockView = Schemas['ClockView'];
export type DeadlineStatement = Schemas['DeadlineStatement'];
export type ClockAct = Schemas['ClockAct'];
export type ClockEventForm = Schemas['ClockEventForm'];

export const useClock = (id: number) =>
  useQuery({
    queryKey: ['requests', id, 'clock'],
    queryFn: ({ signal }) =>
      asked<ClockView>(client.GET('/api/requests/{id}/clock', { params: { path: { id } }, signal })),
  });

export const useHappened = (id: number) =>
  useRequestAct((body: ClockEventForm) =>
    asked<ClockView>(client.POST('/api/requests/{id}/clock/events', { params: { path: { id } }, body })),
  );

/** What the date would be; nothing is written down. */
export const useTrial = (id: number, form: ClockEventForm | undefined) =>
  useQuery({
    queryKey: ['requests', id, 'clock', 'trial', form],
    enabled: form !== undefined,
    retry: false,
    queryFn: () =>
      asked<DeadlineStatement>(
        client.POST('/api/requests/{id}/clock/trial', { params: { path: { id } }, body: form ?? {} }),
      ),
  });

export const useTakeBack = (id: number) =>
  useRequestAct(({ event, reason }: { event: number; reason: string }) =>
    asked<ClockView>(
      client.POST('/api/requests/{id}/clock/events/{event}/take-back', {
        params: { path: { id, event } },
        body: { reason },
      }),
    ),
  );

export const kindNames: Record<string, string> = {
  'respond-by': 'Answer by',
  'deemed-denied': 'Counts as denied after',
  'produce-by': 'Records ready by',
  'appeal-by': 'Appeal by',
  'petition-by': 'Petition by',
  'extension-notice-by': 'Notice by',
  'on-appeal': 'On appeal',
  guidance: 'Guidance, not law',
};

export const eventNames: Record<string, string> = {
  extend: 'More time taken',
  toll: 'Requester asked, clock stopped',
  resume: 'Requester’s answer arrived',
  close: 'Office unexpectedly closed',
  notice: 'Others notified',
  answer: 'The city answered',
};
