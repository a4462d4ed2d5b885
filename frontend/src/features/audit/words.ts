import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type Line = Schemas['AuditLine'];
export type Act = NonNullable<Schemas['AuditExport']['act']>[number];

/** What each act is called on screen, as the end of "She …". */
const acts: Record<Act, string> = {
  SIGNED_IN: 'signed in',
  SIGN_IN_FAILED: 'failed to sign in',
  SIGNED_OUT: 'signed out',
  LOCKED_OUT: 'was locked out',
  PURPOSE_STATED: 'stated a purpose',
  SEARCHED: 'searched',
  EXPORTED: 'exported results',
  OPENED: 'opened a message',
  DOWNLOADED: 'downloaded a message',
  RELEASED: 'released messages',
  REVIEWED: 'worked on a review',
  PROVED: 'made a proof',
  REFUSED: 'was refused',
  SET_UP: 'set the archive up',
  INVITED: 'invited somebody',
  ACCOUNT_CHANGED: 'changed an account',
  WRITTEN_REQUEST_TAKEN: 'downloaded a written request',
  ROLE_ASKED: 'asked for a role',
  ROLE_GRANTED: 'granted a role',
  ROLE_REVOKED: 'took a role back',
  TOKEN_MADE: 'made a token',
  TOKEN_REVOKED: 'took a token back',
  POLICY_ACKNOWLEDGED: 'acknowledged the policy',
  PRIVILEGE_RULE_CHANGED: 'changed a privilege rule',
  PRIVILEGE_RELEASED: 'released privileged mail',
  CLOCK_CHANGED: 'moved the clock of a request',
  FEE_CHANGED: 'changed a fee of a request',
  LAW_ROW_VERIFIED: 'verified a row of the law',
  LAW_VERIFICATION_WITHDRAWN: 'took a verification of the law back',
  REQUEST_CHANGED: 'worked on a records request',
  SEARCH_CERTIFIED: 'issued a search certificate',
  COLLECTED: 'put messages under review',
  LETTER_ISSUED: 'issued a letter',
  LETTER_SENT: 'sent a letter',
  LETTER_LOGGED: 'logged a letter that came in',
  SETTINGS_CHANGED: 'changed settings',
  ALARM_ACKNOWLEDGED: 'acknowledged an alarm',
  COMMAND_RUN: 'ran a command',
  AUDIT_READ: 'read the audit trail',
  AUDIT_EXPORTED: 'exported the audit trail',
};

export const allActs = Object.entries(acts) as readonly [Act, string][];
export const isAct = (name: string): name is Act => name in acts;
export const actWords = (act: string) => (isAct(act) ? acts[act] : 'did something this page does not know');

const purposes: Record<Schemas['Purpose']['kind'], string> = {
  RECORDS_REQUEST: 'Records request',
  MATTER: 'Matter',
  SUSPECTED_MISUSE: 'Suspected misuse',
  LITIGATION: 'Litigation',
  SYSTEM_ADMINISTRATION: 'System administration',
  COMPLIANCE: 'Compliance',
};

export const purposeWords = ({ kind, reference }: Schemas['Purpose']) => `${purposes[kind]} ${reference}`;

export const roleWords = (role: string) => role.toLowerCase().replaceAll('_', ' ');

export const messageAddress = (accession: number) => `/audit/messages/${accession}`;
export const personAddress = (person: number) => `/audit/people/${person}`;
