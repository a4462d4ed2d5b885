import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The program under test: what the build made, or another that is named. */
export const muniment = process.env.MUNIMENT_PROGRAM ?? join(import.meta.dirname, '../../muniment');
const startSecondsMax = 180;

/** This is a running archive, served with the one program a city would use. */
export interface Served {
  readonly address: string;
  readonly certificate: string;
  /** The port of the journal. */
  readonly smtp: number;
  /** What stands behind `#` in the one-time link that the server printed. */
  readonly setUpSecret: string;
  readonly end: () => Promise<void>;
}

/** Serves a data folder of so many captures, and waits until all of them can be found. */
export async function served(data: string, captures: number, env: NodeJS.ProcessEnv): Promise<Served> {
  const https = await freePort();
  const smtp = await freePort();
  const ports: string[] = ['--https', String(https), '--smtp', String(smtp)];
  for (const door of ['--http', '--management']) ports.push(door, String(await freePort()));
  const server = spawn(muniment, ['serve', '--data', data, ...ports], {
    env,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  const setUpSecret = secretIn(server);
  const address = `https://localhost:${https}`;
  const certificate = join(data, 'tls/https/certificate.pem');
  try {
    await indexed(`${address}/api/health`, certificate, captures, server);
  } catch (trouble) {
    await ended(server);
    throw trouble;
  }
  return { address, certificate, smtp, setUpSecret: await setUpSecret, end: () => ended(server) };
}

function secretIn(server: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let printed = '';
    server.stdout?.on('data', (piece: Buffer) => {
      process.stdout.write(piece);
      printed += piece.toString();
      const secret = /set-up#([A-Za-z0-9_-]+)/.exec(printed)?.[1];
      if (secret !== undefined) resolve(secret);
    });
  });
}

/** Waits until so many captures can be found. */
export async function caughtUp({ address, certificate }: Served, captures: number): Promise<void> {
  for (let second = 0; second < 60; second++) {
    const health = await asked(`${address}/api/health`, certificate);
    const signed = health.lastCheckpoint?.size ?? Infinity;
    if (health.captured >= captures && health.indexedThrough >= signed) return;
    await wait(500);
  }
  throw new Error('the mail was not indexed');
}

interface Health {
  captured: number;
  indexedThrough: number;
  lastCheckpoint?: { size: number };
}

async function indexed(
  healthAddress: string,
  certificate: string,
  captures: number,
  server: ChildProcess,
): Promise<void> {
  for (let second = 0; second < startSecondsMax; second++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const health = await asked(healthAddress, certificate).catch(() => undefined);
    const signed = health?.lastCheckpoint?.size ?? (captures === 0 ? 0 : Infinity);
    if (health !== undefined && health.captured >= captures && health.indexedThrough >= signed) return;
    await wait(1000);
  }
  throw new Error('the server did not come up with everything indexed');
}
/** Asks over HTTPS, believing the server's own certificate and no other. */
function asked(address: string, certificate: string): Promise<Health> {
  return new Promise((resolve, reject) => {
    get(address, { ca: readFileSync(certificate) }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => (text += piece));
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(JSON.parse(text) as Health);
        else reject(new Error(`health answers ${answer.statusCode ?? 'nothing'}`));
      });
    }).on('error', reject);
  });
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
