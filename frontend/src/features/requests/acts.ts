import { useQuery } from '@tanstack/react-query';
import { asked, client, done } from '../../shared/api';
import type { components } from '../../shared/api-schema';
import {
  useRequestAct,
  type Determination,
  type RecordsRequest,
  type StatusKind,
} from '../../shared/requests';
import { subjectBody, type SubjectDraft } from './intake';

type Schemas = components['schemas'];
export type Task = Schemas['TaskView'];
export type Approval = Schemas['ApprovalView'];
export type ReviewProgress = Schemas['ReviewProgress'];
export type TimelineLine = Schemas['TimelineLine'];
export type Colleague = Schemas['Colleague'];
export type Contact = Schemas['DepartmentContact'];

const of = (id: number) => ({ params: { path: { id } } });

export const useMove = (id: number) =>
  useRequestAct(({ to, words }: { to: StatusKind; words: string }) =>
    asked<RecordsRequest>(client.POST('/api/requests/{id}/status', { ...of(id), body: { to, words } })),
  );

export const useClose = (id: number) =>
  useRequestAct((body: { determination: Determination; explanation: string }) =>
    asked<RecordsRequest>(client.POST('/api/requests/{id}/closing', { ...of(id), body })),
  );

export const useChangeSubject = (id: number) =>
  useRequestAct((subject: SubjectDraft) =>
    asked<RecordsRequest>(
      client.PUT('/api/requests/{id}/subject', { ...of(id), body: subjectBody(subject) }),
    ),
  );

export const useObstacles = (id: number) =>
  useQuery({
    queryKey: ['requests', id, 'obstacles'],
    queryFn: () => asked<readonly Schemas['InTheWay'][]>(client.GET('/api/requests/{id}/obstacles', of(id))),
  });

export const useTimeline = (id: number) =>
  useQuery({
    queryKey: ['requests', id, 'timeline'],
    queryFn: () => asked<readonly TimelineLine[]>(client.GET('/api/requests/{id}/timeline', of(id))),
  });

export const useAddNote = (id: number) =>
  useRequestAct((text: string) =>
    done(client.POST('/api/requests/{id}/notes', { ...of(id), body: { text } })),
  );

export const useTasks = (id: number) =>
  useQuery({
    queryKey: ['requests', id, 'tasks'],
    queryFn: () => asked<readonly Task[]>(client.GET('/api/requests/{id}/tasks', of(id))),
  });

export const useAddTask = (id: number) =>
  useRequestAct((body: Schemas['TaskForm']) =>
    asked<readonly Task[]>(client.POST('/api/requests/{id}/tasks', { ...of(id), body })),
  );

export const useTaskDone = (id: number) =>
  useRequestAct(({ task, isDone }: { task: number; isDone: boolean }) => {
    const params = { path: { id, task } };
    return asked<readonly Task[]>(
      isDone
        ? client.POST('/api/requests/{id}/tasks/{task}/done', { params })
        : client.POST('/api/requests/{id}/tasks/{task}/undo', { params }),
    );
  });

/** Those who may be named on a request. */
export const useColleagues = (isWanted: boolean) =>
  useQuery({
    queryKey: ['requests', 'people'],
    enabled: isWanted,
    queryFn: () => asked<readonly Colleague[]>(client.GET('/api/requests/people')),
  });

export const useGiveTo = (id: number) =>
  useRequestAct((person: number) =>
    done(client.PUT('/api/requests/{id}/officer', { ...of(id), body: { person } })),
  );

export const useAssignReviewers = (id: number) =>
  useRequestAct((people: readonly number[]) =>
    done(client.PUT('/api/requests/{id}/reviewers', { ...of(id), body: { people } })),
  );

export const useSetContacts = (id: number) =>
  useRequestAct((contacts: readonly Contact[]) =>
    done(client.PUT('/api/requests/{id}/contacts', { ...of(id), body: { contacts } })),
  );

export const useApprovals = (id: number) =>
  useQuery({
    queryKey: ['requests', id, 'approvals'],
    queryFn: () => asked<readonly Approval[]>(client.GET('/api/requests/{id}/approvals', of(id))),
  });

/** How much of the review is decided; of use to whoever runs the request. */
export const useReviewProgress = (id: number, isWanted: boolean) =>
  useQuery({
    queryKey: ['requests', id, 'review', 'progress'],
    enabled: isWanted,
    queryFn: async ({ signal }) =>
      (await asked<Schemas['ReviewOverview']>(client.GET('/api/requests/{id}/review', { ...of(id), signal })))
        .progress,
  });

export const useAskApproval = (id: number) =>
  useRequestAct((body: Schemas['ApprovalForm']) =>
    asked<readonly Approval[]>(client.POST('/api/requests/{id}/approvals', { ...of(id), body })),
  );

export const useDecideApproval = (id: number) =>
  useRequestAct(({ approval, ...body }: { approval: number; isGiven: boolean; reason: string }) =>
    asked<readonly Approval[]>(
      client.POST('/api/requests/{id}/approvals/{approval}/decision', {
        params: { path: { id, approval } },
        body,
      }),
    ),
  );

export const useWithdrawApproval = (id: number) =>
  useRequestAct((approval: number) =>
    asked<readonly Approval[]>(
      client.POST('/api/requests/{id}/approvals/{approval}/withdraw', { params: { path: { id, approval } } }),
    ),
  );

export const usePreservation = (id: number) =>
  useQuery({
    queryKey: ['requests', id, 'preservation'],
    queryFn: () => asked<Schemas['PreservationView']>(client.GET('/api/requests/{id}/preservation', of(id))),
  });

export const useEndPreservation = (id: number) =>
  useRequestAct((body: { reason: string; entries: number[] }) =>
    done(client.POST('/api/requests/{id}/preservation/end', { ...of(id), body })),
  );

/** What an officer has to know to enter a request: whose law counts, and the city's offices. */
export const useIntakeBasis = () =>
  useQuery({
    queryKey: ['requests', 'intake'],
    queryFn: () => asked<Schemas['IntakeBasis']>(client.GET('/api/requests/intake')),
  });

/** Requests of the last year that may be the same. */
export const useAlike = (words: string, name: string, email: string) =>
  useQuery({
    queryKey: ['requests', 'alike', words, name, email],
    enabled: words.length >= 20,
    queryFn: () =>
      asked<readonly Schemas['Alike'][]>(
        client.POST('/api/requests/alike', { body: { words, name, email } }),
      ),
  });
