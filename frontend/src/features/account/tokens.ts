import { readingRoles, type Role } from '../../shared/session';
import type { Scope, Token } from './account';

export const scopeNames: Record<Scope, string> = {
  'read:search': 'search the archive',
  'read:mail': 'read messages and take them away',
  admin: 'do what your other roles may do',
};

const scopes: readonly Scope[] = ['read:search', 'read:mail', 'admin'];

/** The scopes that are good for anything in these roles. */
export const scopesOf = (roles: readonly Role[]) =>
  scopes.filter((scope) => roles.some((role) => (scope === 'admin') !== readingRoles.includes(role)));

/** The day it is in the archive's time zone, as in 2026-11-30. */
export const todayIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());

export function later(day: string, days: number): string {
  const moved = new Date(day);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

export const works = (token: Token, today: string) => token.revokedAt === undefined && token.endsOn >= today;
