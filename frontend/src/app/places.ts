import type { Address } from '../shared/address';
import { requestRoles } from '../shared/requests';
import { readingRoles, type Role } from '../shared/session';

/** To everybody else the page of roles to confirm shows their own only, if one waits. */
export const whoDecidesRoles: readonly Role[] = ['COUNSEL', 'ADMINISTRATOR', 'AUDITOR'];

/** This is one place of the menu, and whom it is for; without roles it is everybody's. */
export interface Place {
  readonly href: string;
  readonly name: string;
  readonly roles?: readonly Role[];
}

export const places: readonly Place[] = [
  { href: '/', name: 'Home' },
  { href: '/requests', name: 'Requests', roles: requestRoles },
  { href: '/search', name: 'Search', roles: readingRoles },
  { href: '/law', name: 'The law', roles: requestRoles },
  { href: '/counsel', name: 'Counsel’s queue', roles: ['COUNSEL'] },
  { href: '/privilege', name: 'Privilege', roles: ['COUNSEL'] },
  { href: '/audit', name: 'Audit trail', roles: ['AUDITOR', 'COUNSEL'] },
  { href: '/people', name: 'People', roles: ['ADMINISTRATOR', 'AUDITOR'] },
  { href: '/departments', name: 'Departments', roles: ['ADMINISTRATOR', 'AUDITOR', 'COUNSEL'] },
  { href: '/grants', name: 'Roles to confirm', roles: whoDecidesRoles },
  { href: '/settings', name: 'Settings', roles: ['ADMINISTRATOR'] },
  { href: '/settings/calendar', name: 'Law and calendar', roles: ['ADMINISTRATOR'] },
  { href: '/settings/policy', name: 'Policy', roles: ['ADMINISTRATOR', 'AUDITOR'] },
  {
    href: '/settings/single-sign-on',
    name: 'Single sign-on',
    roles: ['ADMINISTRATOR', 'COUNSEL', 'AUDITOR'],
  },
  { href: '/health', name: 'Archive health' },
];

/** Whether the page at this path shows mail: it needs a role that reads, and a stated purpose. */
export const showsMail = (path: string) =>
  path === '/search' || path === '/privilege' || path.startsWith('/messages/');

/** This is a request's page as its address names it. */
export interface RequestInAddress {
  readonly id: number;
  readonly tab: string;
  readonly rest: string;
}

/** Which request, and which of its tabs, the page at this path shows; there, mail is read for that request. */
export function requestIn(path: string): RequestInAddress | undefined {
  const parts = /^\/requests\/(\d{1,15})(?:\/([a-z]+)(?:\/(.*))?)?$/.exec(path);
  if (parts === null) return undefined;
  return { id: Number(parts[1]), tab: parts[2] ?? 'overview', rest: parts[3] ?? '' };
}

/** Where an address of before leads now: searches stood at `/`, home at `/home`. Links to them are in people's papers. */
export function movedTo({ path, query }: Address): string | undefined {
  if (path === '/home') return '/';
  const question = query.toString();
  return path === '/' && question !== '' ? `/search?${question}` : undefined;
}

const helps: readonly (readonly [start: string, topic: string])[] = [
  ['/requests', 'requests'],
  ['/search', 'reading'],
  ['/messages/', 'reading'],
  ['/law', 'law'],
  ['/counsel', 'review'],
  ['/privilege', 'privilege'],
  ['/audit', 'audit'],
  ['/people', 'people'],
  ['/grants', 'people'],
  ['/departments', 'departments'],
  ['/settings/calendar', 'calendar'],
  ['/settings/policy', 'policy'],
  ['/settings/single-sign-on', 'single-sign-on'],
  ['/settings', 'settings'],
  ['/health', 'health'],
  ['/account', 'account'],
];

/** Where the help on the page at this path is. */
export function helpOn(path: string): string {
  if (path === '/') return '/help/on/home';
  if (/^\/requests\/\d+\/review/.test(path)) return '/help/on/review';
  if (/^\/requests\/\d+\/searches/.test(path)) return '/help/on/collection';
  if (/^\/requests\/\d+\/letters/.test(path)) return '/help/on/letters';
  if (/^\/requests\/\d+\/(clock|fees)/.test(path)) return '/help/on/clock';
  const topic = helps.find(([start]) => path.startsWith(start))?.[1];
  return topic === undefined ? '/help/on' : `/help/on/${topic}`;
}
