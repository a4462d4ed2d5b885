import type { components } from './api-schema';
import type { BoardLine, RecordsRequest } from './requests';
import type { Session } from './session';
import type { Hit, Health, HealthDetails, MessageView, SearchAnswer } from './api';

/** Answers as the server gives them, for tests. */
export const found: Hit = {
  message: { accession: 12, captures: [12, 15] },
  messageId: 'a@city.example',
  sentAt: '2026-03-14T15:09:26Z',
  capturedAt: '2026-03-14T15:09:30Z',
  from: 'Ana Rivera <ana.rivera@city.example>',
  to: ['council@city.example'],
  recipients: ['council@city.example', 'clerk@city.example'],
  subject: 'Sewer bond budget',
  attachments: ['levy.pdf'],
  snippets: [{ place: 'BODY', text: 'the budget for 2027', marks: [{ start: 4, end: 10 }] }],
};

export function answerWith(...hits: Hit[]): SearchAnswer {
  return {
    query: 'budget',
    parsed: 'budget',
    total: hits.length,
    captures: hits.flatMap((hit) => hit.message.captures).length,
    unsearchable: 1,
    quarantined: 0,
    indexedThrough: 20,
    archived: 20,
    hits,
  };
}

export const message: MessageView = {
  accession: 12,
  subject: 'Sewer bond budget',
  sentAt: '2026-03-14T15:09:26Z',
  people: [
    {
      role: 'From',
      name: 'Ana Rivera',
      address: 'ana.rivera@city.example',
      knownFrom: ['header', 'envelope'],
    },
    { role: 'Recipient', name: '', address: 'mayor@city.example', knownFrom: ['journal report'] },
  ],
  headers: [
    { name: 'Subject', value: 'Sewer bond budget' },
    { name: 'X-Spam', value: 'no' },
  ],
  text: 'Please find the levy attached.',
  isTextCut: false,
  hasHtml: true,
  attachments: [{ part: '2', fileName: 'levy.pdf', contentType: 'application/pdf', sizeBytes: 34_567 }],
  attachedMail: [],
  defects: [],
  captures: [{ accession: 12, capturedAt: '2026-03-14T15:09:30Z', source: 'smtp', sizeBytes: 40_000 }],
  capturesLeftOut: 0,
};

export const health: Health = {
  ok: true,
  alarms: [],
  captured: 20,
  indexedThrough: 20,
  key: 'muniment.example/0123456789ab+01234567+AQIDBA==',
  lastCheckpoint: { size: 20, signedAt: '2026-09-08T12:00:00Z' },
};

export const session: Session = {
  state: 'SIGNED_IN',
  csrfToken: 'token-of-the-page',
  person: { id: 7, name: 'Ana Rivera', email: 'ana.rivera@city.example', roles: ['RECORDS_OFFICER'] },
  purpose: { kind: 'RECORDS_REQUEST', reference: '2026-014', statedAt: '2026-03-14T14:00:00Z' },
  recentPurposes: [{ kind: 'RECORDS_REQUEST', reference: '2026-014', statedAt: '2026-03-14T14:00:00Z' }],
  city: { name: 'City of Harborview' },
  demonstration: false,
  timeZone: 'America/Chicago',
  idleLockSeconds: 900,
  ways: { password: true, passkey: false, singleSignOn: false },
};

export const healthDetails: HealthDetails = {
  ok: true,
  at: '2026-09-08T12:34:00Z',
  alarms: [],
  mayAcknowledge: false,
  captured: 20,
  entries: 21,
  indexedThrough: 21,
  hours: Array.from({ length: 48 }, (_, at) => ({
    begin: new Date(Date.UTC(2026, 8, 6, 13 + at)).toISOString(),
    captures: (at * 7) % 40,
    bytes: at * 1000,
  })),
  sources: [{ name: 'smtp', captures: 20, repeated: 1, lastSeenAt: '2026-09-08T12:30:00Z' }],
  disk: { totalBytes: 500e9, freeBytes: 200e9, bytesPerDay: 300e6, daysLeft: 666 },
  lastCheckpoint: { size: 21, signedAt: '2026-09-08T12:30:01Z' },
  certificates: [{ use: 'Web page', endsAt: '2036-09-08T12:00:00Z', isSelfSigned: true, isEnding: false }],
  notEncrypted: ['The search index (index) holds words and text of messages.'],
  versions: [{ name: 'Muniment', version: '0.1.0' }],
};

export const me: components['schemas']['Me'] = {
  view: {
    person: {
      id: 7,
      name: 'Ana Rivera',
      email: 'ana.rivera@city.example',
      roles: ['RECORDS_OFFICER'],
      waiting: [],
      state: 'ACTIVE',
      hasSecondFactor: true,
      lastSignInAt: '2026-09-08T12:00:00Z',
    },
    departments: [],
    grants: [],
    accessRequests: [],
    acknowledged: [],
    policyDue: false,
    tokens: [],
  },
  departments: [],
  hasPassword: true,
  recoveryCodesLeft: 9,
};

export const boardLine: BoardLine = {
  id: 4,
  label: 'R-2026-0004',
  status: 'RECEIVED',
  since: '2026-11-23T14:00:00Z',
  receivedAt: '2026-11-20T15:00:00Z',
  requester: 'Clement Ashgrove',
  about: 'underpass',
  officer: 'Ana Rivera',
  isMine: true,
  departments: ['Public Works'],
  dueOn: '2026-11-27',
  dueKind: 'DEEMED_DENIED',
  lateness: 'OPEN',
  standsStill: false,
  waitsForMe: false,
  isApproved: false,
};

export const recordsRequest: RecordsRequest = {
  id: 4,
  label: 'R-2026-0004',
  jurisdiction: 'us-ct',
  jurisdictionName: 'Connecticut',
  receivedAt: '2026-11-20T15:00:00Z',
  lawOn: '2026-11-20',
  receivedBy: 'MAIL',
  enteredAt: '2026-11-23T14:00:00Z',
  words: 'All e-mail about the underpass.',
  subject: {
    isClear: true,
    who: ['Public Works'],
    from: '2026-01-01',
    to: '2026-06-30',
    words: 'underpass',
  },
  requester: {
    isAnonymous: false,
    name: 'Clement Ashgrove',
    organisation: '',
    address: '27 Larkspur Court',
    email: 'clement@mail.example',
    phone: '',
  },
  status: { kind: 'RECEIVED', since: '2026-11-23T14:00:00Z', isOpen: true },
  releases: 0,
  officer: { id: 7, name: 'Ana Rivera' },
  reviewers: [],
  contacts: [],
  due: {
    dueOn: '2026-11-27',
    kind: 'DEEMED_DENIED',
    sentence: 'Without an answer by November 27, 2026, the request counts as denied.',
    citation: 'Conn. Gen. Stat. § 1-206(a)',
    lateness: 'OPEN',
    standsStill: false,
  },
  moves: ['CLARIFICATION', 'FEE_PENDING', 'SEARCHING', 'CLOSED', 'MISFILED'],
  runsIt: true,
  approval: 'NOT_ASKED',
};
