import { expect, type BrowserContext, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peopleComeIn } from './people';
import { caughtUp, muniment, served, type Served } from './server';
import { deliver, listenForLetters, type Relay } from './smtp';
import { delivered, seawall } from './three-requests';
import {
  acceptSuggestions,
  askApproval,
  certify,
  close,
  collect,
  decide,
  downloaded,
  enterRequest,
  finalise,
  handOver,
  openItem,
  prepare,
  saveSearch,
  step,
  withhold,
  writeLetter,
} from './request-acts';
import { holdsNothingOf, picture, readBack } from './papers';
import { heading, press } from './signing';
import { inspect, test } from './page';
import { unpacked } from './zip';

test.describe.configure({ mode: 'serial', timeout: 150_000 });

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

let first = 0;
let second = 0;
let third = 0;

test('an administrator names the city and says whose law counts', async ({ browser }) => {
  const administrator = await as(browser, 'administrator');
  await administrator.goto('/settings');
  await administrator.getByLabel('Name', { exact: true }).fill('City of Seawall Point');
  await administrator.getByRole('button', { name: 'Save name and time zone' }).click();
  await expect(administrator.getByText('City of Seawall Point').first()).toBeVisible();
  await administrator.goto('/settings/calendar');
  await administrator.getByLabel('Jurisdiction', { exact: true }).selectOption('us-ct');
  await administrator.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(administrator.getByText('Saved.')).toBeVisible();
});

test('an officer enters a letter, searches, collects and certifies', async ({ browser }) => {
  const officer = await as(browser, 'officer');
  first = await enterRequest(officer, {
    words:
      'I ask for all e-mail of Public Works about the seawall at Dock Street, 1 August 2026 until today.',
    name: 'Odile Marchetti',
    email: 'odile@homemail.example',
    who: 'inez.carradock@city.example\nrutger.holm@city.example',
    about: 'seawall',
  });
  await step(officer, first, 'Begin to search');
  await saveSearch(officer, first, 'seawall', /4 messages/);
  await collect(officer, 5);
  const certificate = await certify(officer);
  picture(certificate, 'life-1-search-certificate');
  const certified = readBack(certificate);
  expect(certified).toContain('Typed seawall');
  expect(certified).toMatch(/4 4 1 0 \d+/);
  await step(officer, first, 'Go to review');
});

test('an officer reviews the first: releases, marks what is personal, and sets aside', async ({
  browser,
}) => {
  const officer = await as(browser, 'officer');
  await openItem(officer, first, 1, 'Dock Street seawall after the storm');
  await decide(officer, 'Release', /Item 1: release/);
  await openItem(officer, first, 2, 'Re: Dock Street seawall after the storm');
  await decide(officer, 'Release', /Item 2: release/);
  await openItem(officer, first, 3, 'My cellar and the seawall');
  expect(await acceptSuggestions(officer)).toBe(4);
  await decide(officer, 'Redact', /Item 3: redact/);
  await openItem(officer, first, 4, 'Autumn walks');
  await decide(officer, 'Not responsive', /Item 4: not responsive/);
  await officer.goto(`/requests/${first}/review/5`);
  await expect(officer.locator('main')).not.toContainText('settle before the season');
});

test('counsel withholds what counsel keeps back', async ({ browser }) => {
  const counsel = await as(browser, 'counsel');
  await counsel.goto('/counsel');
  await counsel.getByRole('link', { name: 'R-2026-0001, item 5' }).click();
  await withhold(counsel, '1-210(b)(10)', 'Attorney-client privilege', 'Counsel’s advice on the exposure');
});

test('the first is approved, released by two people, and handed over encrypted', async ({ browser }) => {
  const officer = await as(browser, 'officer');
  await askApproval(officer, first, 'Part 1: three messages, one of them redacted; one withheld');
  const approver = await as(browser, 'approver');
  await approver.goto(`/requests/${first}`);
  await press(approver, 'Approve');
  await expect(approver.getByText(/^Approved by Pia Approver/)).toBeVisible();
  await prepare(officer, first);
  const counsel = await as(browser, 'counsel');
  await counsel.goto(`/requests/${first}/release`);
  await inspect(counsel, 'life-1-release-prepared');
  await finalise(counsel, first);
  const [link, passphrase] = await handOver(officer, first);
  const requester = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await requester.goto(link);
  await expect(heading(requester, 'Released records')).toBeVisible();
  await inspect(requester, 'life-1-package');
  const zip = await downloaded(requester, () =>
    requester.getByRole('button', { name: /^Download / }).click(),
  );
  const files = unpacked(zip, passphrase);
  const pdfs = [...files].filter(([name]) => name.endsWith('.pdf'));
  const read = pdfs.map(([, file]) => readBack(file)).join('\n');
  for (const sentence of seawall.shown) expect(read).toContain(sentence);
  for (const term of seawall.withheld) expect(read).not.toContain(term);
  for (const [name, file] of pdfs) {
    if (name.startsWith('R-2026-0001-0')) holdsNothingOf(file, seawall.withheld);
    picture(file, `life-1-${name.replace('.pdf', '')}`);
  }
  expect(read).toContain('1-210(b)(2)');
  await close(officer, first, 'Granted in part', 'Released with four redactions; counsel’s advice withheld.');
});

test('the second is withheld whole: drafts that counsel has looked at', async ({ browser }) => {
  const officer = await as(browser, 'officer');
  second = await enterRequest(officer, {
    words: 'Everything Mr. Holm wrote about the harbor master since September.',
    name: 'Bram Oakhollow',
    email: 'bram@homemail.example',
    who: 'rutger.holm@city.example',
    about: 'harbor master',
  });
  await step(officer, second, 'Begin to search');
  await saveSearch(officer, second, '"harbor master"', /2 messages/);
  await collect(officer, 2);
  for (const [number, subject] of [
    [1, 'Draft: harbor master'],
    [2, 'Draft: harbor master, again'],
  ] as const) {
    await openItem(officer, second, number, subject);
    await withhold(officer, '1-210(b)(1)', '', 'Notes before any decision');
  }
  await expect(officer.getByText('2 of 2 items decided')).toBeVisible();
  const counsel = await as(browser, 'counsel');
  const denial = await writeLetter(officer, counsel, second, 'Denial', [
    'Reasons',
    'Both are notes that were written before any decision.',
  ]);
  picture(denial, 'life-2-denial');
  const read = readBack(denial);
  expect(read).toContain('We must deny it.');
  expect(read).toContain('1-210(b)(1)');
  expect(read).toContain('Both are notes that were written before any decision.');
  await inspect(officer, 'life-2-letters');
  await press(officer, 'Send to bram@homemail.example, letter 1');
  await expect.poll(() => relay.letters.flatMap(({ to }) => to)).toContain('bram@homemail.example');
  await close(officer, second, 'Denied', 'Both are preliminary notes.');
});

test('the denial is appealed, and the appeal is a request of its own', async ({ browser }) => {
  const officer = await as(browser, 'officer');
  await step(officer, second, 'Enter an appeal…');
  await officer
    .getByLabel(/in the requester’s own words/)
    .fill('I appeal: nothing says that these are notes.');
  await officer.getByLabel('Name', { exact: true }).fill('Bram Oakhollow');
  await press(officer, 'Save the appeal');
  await officer.waitForURL(/\/requests\/\d+$/);
  await expect(officer.getByText(/appeal against R-2026-0002/).first()).toBeVisible();
  await inspect(officer, 'life-2-appeal');
});

test('the third finds nothing, and the certificate says how it was looked for', async ({ browser }) => {
  const officer = await as(browser, 'officer');
  third = await enterRequest(officer, {
    words: 'All letters about the sea serpent seen off Canal Street.',
    name: 'Cordelia Vexley',
    email: 'cordelia@lantern.example',
    who: '',
    about: 'sea serpent',
  });
  await step(officer, third, 'Begin to search');
  await saveSearch(officer, third, 'serpent', /Messages0Kept/);
  const certificate = await certify(officer);
  picture(certificate, 'life-3-search-certificate');
  expect(readBack(certificate)).toContain('Typed serpent');
  const counsel = await as(browser, 'counsel');
  const letter = await writeLetter(officer, counsel, third, 'No records', [
    'What was searched',
    'All mail the archive holds, for the word serpent.',
  ]);
  picture(letter, 'life-3-no-records');
  expect(readBack(letter)).toContain('found none');
  await close(officer, third, 'No records', 'Nothing was found.');
  await inspect(officer, 'life-3-closed');
});

test('afterwards the archive is whole', async () => {
  await archive.end();
  const check = spawnSync(muniment, ['verify', '--data', data, '--level', 'full'], { env, encoding: 'utf8' });
  expect(check.status, check.stdout + check.stderr).toBe(0);
});
