import { count } from '../../shared/wording';

/** This is one thing that waits for somebody: what, and where it is done. */
export interface Need {
  readonly key: string;
  readonly what: string;
  readonly why: string;
  readonly href: string;
  readonly act: string;
}

/** This is one thing with a day. */
export interface DueThing {
  readonly key: string;
  readonly on: string;
  readonly what: string;
  readonly href: string;
}

/** The first three by name, and how many more. */
export function named(names: readonly string[]): string {
  const more = names.length - 3;
  return names.slice(0, 3).join(', ') + (more > 0 ? ` and ${count(more)} more` : '');
}
