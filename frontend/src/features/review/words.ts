import type { Kind, MenuRow, Show } from './review';

export const decisionNames: Record<Kind, string> = {
  UNDECIDED: 'Undecided',
  NOT_RESPONSIVE: 'Not responsive',
  RELEASE: 'Release',
  REDACT: 'Redact',
  WITHHOLD: 'Withhold',
  REFERRED: 'With counsel',
};

/** What deciding so is called where the decision's own name does not say it. */
export const decisionActs: Partial<Record<Kind, string>> = { REFERRED: 'Refer to counsel' };

export const showNames: Record<Show, string> = {
  ALL: 'All items',
  UNDECIDED: 'Undecided',
  DECIDED: 'Decided',
  NOT_RESPONSIVE: 'Not responsive',
  RELEASE: 'Release',
  REDACT: 'Redact',
  WITHHOLD: 'Withhold',
  DRAFTS: 'With draft marks',
  WITH_COUNSEL: 'Waiting for counsel',
  KEPT_BACK: 'Kept back by counsel',
  FILES: 'Files',
};

export const detailNames: Record<NonNullable<MenuRow['detail']>, string> = {
  STATUTE: 'The other statute',
  PRIVILEGE: 'The privilege',
  STATUTE_OR_PRIVILEGE: 'The other statute, or the privilege',
  REASONS: 'The reasons',
};

export const standingNames: Record<MenuRow['standing'], string> = {
  VERIFIED: 'verified by counsel',
  READ_IN_A_SOURCE: 'read in a source, not verified',
  GENERAL_KNOWLEDGE: 'general knowledge, not verified',
  EXPIRED: 'not in force on the request’s day',
};

/** The keys that decide, in their order. */
export const decisionKeys: readonly (readonly [key: string, kind: Exclude<Kind, 'UNDECIDED'>])[] = [
  ['1', 'NOT_RESPONSIVE'],
  ['2', 'RELEASE'],
  ['3', 'REDACT'],
  ['4', 'WITHHOLD'],
  ['5', 'REFERRED'],
];
