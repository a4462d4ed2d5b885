import type { Address } from '../shared/address';
import { readingRoles, type Role } from '../shared/session';

/** This is one place of the menu, and whom it is for; without roles it is everybody's. */
export interface Place {
  readonly href: string;
  readonly name: string;
  readonly roles?: readonly Role[];
}

export const places: readonly Place[] = [
  { href: '/', name: 'Home' },
  { href: '/search', name: 'Search', roles: readingRoles },
  { href: '/privilege', name: 'Privilege', roles: ['COUNSEL'] },
  { href: '/audit', name: 'Audit trail', roles: ['AUDITOR', 'COUNSEL'] },
  { href: '/people', name: 'People', roles: ['ADMINISTRATOR', 'AUDITOR'] },
  { href: '/grants', name: 'Roles to confirm', roles: ['COUNSEL', 'ADMINISTRATOR', 'AUDITOR'] },
  { href: '/health', name: 'Archive health' },
  { href: '/help', name: 'Search help', roles: readingRoles },
  { href: '/help/words', name: 'Words' },
];

/** Whether the page at this path shows mail: it needs a role that reads, and a stated purpose. */
export const showsMail = (path: string) =>
  path === '/search' || path === '/privilege' || path.startsWith('/messages/');

/** Where an address of before leads now: searches stood at `/`, home at `/home`. Links to them are in people's papers. */
export function movedTo({ path, query }: Address): string | undefined {
  if (path === '/home') return '/';
  const question = query.toString();
  return path === '/' && question !== '' ? `/search?${question}` : undefined;
}
