import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Visitor } from './visitor';
import { password } from './cast';

const invited = {
  counsel: { name: 'Carl Counsel', roles: ['COUNSEL'] },
  officer: { name: 'Olga Officer', roles: ['RECORDS_OFFICER'] },
  reviewer: { name: 'Rene Reviewer', roles: ['REVIEWER'] },
  auditor: { name: 'Aki Auditor', roles: ['AUDITOR'] },
  approver: { name: 'Pia Approver', roles: ['APPROVER'] },
  walker: { name: 'Wanda Walker', roles: ['RECORDS_OFFICER'] },
};

/** Sets the archive up as a city would: whose law counts, one person of each role signed in, one who has not come yet, one rule of counsel. */
export async function peopleComeIn(
  address: string,
  certificate: string,
  setUpSecret: string,
  folder: string,
): Promise<void> {
  const administrator = new Visitor(address, certificate);
  const first = { secret: setUpSecret, name: 'Ines Administrator', email: 'ines@city.example', password };
  await administrator.asks('POST', '/api/set-up', first);
  await administrator.enrols();
  administrator.staysSignedIn(join(folder, 'administrator.json'));
  await administrator.asks('PUT', '/api/settings/calendar/place', { jurisdiction: 'us-ct' });
  const invite = async (name: string, email: string, roles: readonly string[]) => {
    const { link } = await administrator.asks('POST', '/api/people', { name, email, roles, departments: [] });
    return String(link);
  };
  const came = new Map<string, Visitor>();
  for (const [who, { name, roles }] of Object.entries(invited)) {
    const email = `${who}@city.example`;
    const visitor = new Visitor(address, certificate);
    const link = await invite(name, email, roles);
    await visitor.asks('POST', `/api/invitations/${link.split('#')[1] ?? ''}`, { password });
    await visitor.asks('POST', '/api/session', { email, password });
    writeFileSync(join(folder, `${who}.txt`), await visitor.enrols());
    visitor.staysSignedIn(join(folder, `${who}.json`));
    came.set(who, visitor);
  }
  const counsel = came.get('counsel');
  if (counsel === undefined) throw new Error('no counsel');
  for (const { id } of await counsel.listOf<{ id: number }>('/api/grants'))
    await counsel.asks('POST', `/api/grants/${id}/confirm`, {});
  await counsel.asks('PUT', '/api/session/purpose', { kind: 'MATTER', reference: '2026-CV-104' });
  const rule = { kind: 'ADDRESS', text: 'counsel@city.example', note: 'Corporation Counsel' };
  await counsel.asks('POST', '/api/privilege/rules', rule);
  const newcomer = await invite('Nora Newcomer', 'nora@city.example', ['APPROVER']);
  writeFileSync(join(folder, 'newcomer.txt'), newcomer);
}
