import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Part = 'administrator' | 'counsel' | 'officer' | 'reviewer' | 'auditor' | 'approver';

export const password = 'a slow heron by the canal';

const folder = () => process.env.MUNIMENT_PEOPLE ?? '';

/** The session in which somebody of the tests' archive is signed in. */
export const signedIn = (part: Part) => join(folder(), `${part}.json`);

/** Nobody: a browser that was never here. */
export const signedOut = { cookies: [], origins: [] };

/** The one-time link of Nora Newcomer, who was invited and has not come yet. */
export const newcomersLink = () => readFileSync(join(folder(), 'newcomer.txt'), 'utf8');

/** The one-time link of an archive of which nobody has made anything yet. */
export const firstLink = () => process.env.MUNIMENT_FIRST_LINK ?? '';

/** The key in the authenticator app of Wanda Walker, a records officer. */
export const walkersKey = () => readFileSync(join(folder(), 'walker.txt'), 'utf8');
