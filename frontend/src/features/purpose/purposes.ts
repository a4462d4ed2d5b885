import type { PurposeKind } from '../../shared/session';

/** What each kind is called, and what its reference is. */
export const kinds: Record<PurposeKind, { readonly name: string; readonly reference: string }> = {
  RECORDS_REQUEST: { name: 'Records request', reference: 'Number of the request' },
  MATTER: { name: 'Matter of Corporation Counsel', reference: 'Number of the matter' },
  SUSPECTED_MISUSE: { name: 'Suspected misuse', reference: 'Number of the case' },
  LITIGATION: { name: 'Pending or anticipated litigation', reference: 'Name or docket number' },
  SYSTEM_ADMINISTRATION: { name: 'System administration', reference: 'Number of the ticket' },
  COMPLIANCE: { name: 'Compliance with policy, law or court order', reference: 'Policy, statute or order' },
};
