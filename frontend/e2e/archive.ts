import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mails } from './mails';
import { peopleComeIn } from './people';
import { muniment, served } from './server';
import { listenForTraffic } from './trap';

/** Serves two archives: one with the mail and the people of these tests, and one that nobody has set up yet. */
export default async function serveArchives(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-e2e-'));
  const trap = await listenForTraffic();
  const mail = join(folder, 'mail');
  mkdirSync(mail);
  const letters = Object.entries(mails(trap.address));
  for (const [name, text] of letters) {
    writeFileSync(join(mail, `${name}.eml`), text.replaceAll('\n', '\r\n'));
  }
  const env = { ...process.env, MUNIMENT_PASSPHRASE_FILE: join(folder, 'passphrase') };
  const full = join(folder, 'data');
  execFileSync(muniment, ['import', '--data', full, '--source', 'e2e', mail], { env, stdio: 'inherit' });
  const [archive, first] = await Promise.all([
    served(full, letters.length, env),
    served(join(folder, 'first'), 0, env),
  ]);
  const end = async () => {
    try {
      await Promise.all([archive.end(), first.end()]);
    } finally {
      trap.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  process.env.MUNIMENT_ADDRESS = archive.address;
  process.env.MUNIMENT_TRAP = trap.address;
  process.env.MUNIMENT_PEOPLE = folder;
  process.env.MUNIMENT_FIRST_LINK = `${first.address}/set-up#${first.setUpSecret}`;
  try {
    await peopleComeIn(archive.address, archive.certificate, archive.setUpSecret, folder);
  } catch (trouble) {
    await end();
    throw trouble;
  }
  return end;
}
