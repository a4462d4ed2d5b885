import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mails } from './mails';
import { listenForTraffic } from './trap';

const muniment = join(import.meta.dirname, '../../muniment');
const startSecondsMax = 180;

/** Fills a new archive with the mails of these tests and serves it, with the one program a city would use. */
export default async function serveArchive(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-e2e-'));
  const trap = await listenForTraffic();
  const mail = join(folder, 'mail');
  mkdirSync(mail);
  for (const [name, text] of Object.entries(mails(trap.address))) {
    writeFileSync(join(mail, `${name}.eml`), text.replaceAll('\n', '\r\n'));
  }
  const data = join(folder, 'data');
  const env = { ...process.env, MUNIMENT_PASSPHRASE_FILE: join(folder, 'passphrase') };
  execFileSync(muniment, ['import', '--data', data, '--source', 'e2e', mail], { env, stdio: 'inherit' });
  const http = await freePort();
  const ports = ['--http', String(http), '--smtp', String(await freePort())];
  const server = spawn(muniment, ['serve', '--data', data, ...ports], { env, stdio: 'inherit' });
  process.env.MUNIMENT_ADDRESS = `http://localhost:${http}`;
  process.env.MUNIMENT_TRAP = trap.address;
  await indexed(`http://localhost:${http}/api/health`, server);
  return async () => {
    try {
      await ended(server);
    } finally {
      trap.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

async function indexed(healthAddress: string, server: ChildProcess): Promise<void> {
  for (let second = 0; second < startSecondsMax; second++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const answer = await fetch(healthAddress).catch(() => undefined);
    if (answer?.ok) {
      const health = (await answer.json()) as { captured: number; indexedThrough: number };
      if (health.captured > 0 && health.indexedThrough >= health.captured) return;
    }
    await wait(1000);
  }
  throw new Error('the server did not come up with everything indexed');
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const end = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const isLate = await Promise.race([end.then(() => false), wait(20_000, true)]);
  if (!isLate) return;
  server.kill('SIGKILL');
  throw new Error('the server did not stop within 20 s of being told to');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
