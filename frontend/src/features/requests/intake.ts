import type { components } from '../../shared/api-schema';
import type { RecordsRequest, ReceivedBy } from '../../shared/requests';
import type { CityTime } from '../../shared/wording';

/** This is a subject as it is being written: one name a line, days as the browser gives them. */
export interface SubjectDraft {
  readonly isClear: boolean;
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly about: string;
}

export interface IntakeDraft extends SubjectDraft {
  readonly receivedOn: string;
  readonly receivedTime: string;
  readonly receivedBy: ReceivedBy;
  readonly office: string;
  readonly words: string;
  readonly isAnonymous: boolean;
  readonly name: string;
  readonly organisation: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
}

export const emptyIntake = (now: CityTime): IntakeDraft => ({
  receivedOn: now.day,
  receivedTime: now.time,
  receivedBy: 'MAIL',
  office: '',
  words: '',
  isAnonymous: false,
  name: '',
  organisation: '',
  address: '',
  email: '',
  phone: '',
  isClear: true,
  who: '',
  from: '',
  to: '',
  about: '',
});

export const draftOf = (subject: RecordsRequest['subject']): SubjectDraft => ({
  isClear: subject.isClear,
  who: subject.who.join('\n'),
  from: subject.from ?? '',
  to: subject.to ?? '',
  about: subject.words,
});

export const subjectBody = ({ isClear, who, from, to, about }: SubjectDraft) => ({
  isClear,
  who: who
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
  ...(from === '' ? {} : { from }),
  ...(to === '' ? {} : { to }),
  words: about,
});

export function bodyOf(draft: IntakeDraft): components['schemas']['IntakeForm'] {
  const { isAnonymous, name, organisation, address, email, phone } = draft;
  return {
    receivedOn: draft.receivedOn,
    receivedTime: draft.receivedTime,
    receivedBy: draft.receivedBy,
    ...(draft.office === '' ? {} : { office: draft.office }),
    words: draft.words,
    requester: { isAnonymous, name, organisation, address, email, phone },
    subject: subjectBody(draft),
  };
}
