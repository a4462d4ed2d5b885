import { expect, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peopleComeIn } from './people';
import { caughtUp, served, type Served } from './server';
import { deliver, listenForLetters, type Relay } from './smtp';
import { delivered } from './three-requests';
import { certify, collect, enterRequest, saveSearch } from './request-acts';
import { picture, readBack } from './papers';
import { test } from './page';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'muniment-lives-'));
const data = join(folder, 'data');
const env = { ...process.env, MUNIMENT_PASSPHRASE_FILE: join(folder, 'passphrase') };
let archive: Served;
let relay: Relay;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  relay = await listenForLetters();
  archive = await served(data, 0, env);
  await deliver(archive.smtp, delivered);
  await caughtUp(archive, delivered.length);
  await peopleComeIn(archive.address, archive.certificate, archive.setUpSecret, folder);
  writeFileSync(
    join(data, 'mail.properties'),
    `host=127.0.0.1\nport=${relay.port}\nencryption=none\nfrom=records@city.example\nto=ines@city.example\n`,
  );
});

test.afterAll(async () => {
  await archive.end();
  relay.close();
  rmSync(folder, { recursive: true });
});

const as = async (
  browser: { newContext: (o: object) => Promise<BrowserContext> },
  who: string,
): Promise<Page> => {
  const context = await browser.newContext({
    storageState: join(folder, `${who}.json`),
    baseURL: archive.address,
    ignoreHTTPSErrors: true,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
  });
  return context.newPage();
};

test('an officer enters a letter, searches, collects and certifies', async ({ browser }) => {
  const officer = await as(browser, 'officer');
  const id = await enterRequest(officer, {
    words:
      'I ask for all e-mail of Public Works about the seawall at Dock Street, 1 August 2026 until today.',
    name: 'Odile Marchetti',
    email: 'odile@homemail.example',
    who: 'inez.carradock@city.example\nrutger.holm@city.example',
    about: 'seawall',
  });
  await saveSearch(officer, id, 'seawall', /4 messages/);
  await collect(officer, 5);
  const certificate = await certify(officer);
  picture(certificate, 'life-1-search-certificate');
  const certified = readBack(certificate);
  expect(certified).toContain('Typed seawall');
  expect(certified).toMatch(/4 4 1 0 \d+/);
});
