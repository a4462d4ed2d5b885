import { expect, type Cookie, type Page } from '@playwright/test';
import { firstLink, password, signedOut } from './cast';
import { inspect, test } from './page';
import { addToApp, heading, join, keepCodes, press } from './signing';

const address = () => firstLink().split('/set-up')[0] ?? '';

test.use({ storageState: signedOut, baseURL: address() });
test.describe.configure({ mode: 'serial' });

let administrator: Cookie[] = [];
const links = new Map<string, string>();

test('opening the set-up link does nothing; its button makes the first administrator', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Open the set-up link' })).toBeVisible();
  await inspect(page, 'set-up-without-link');
  await page.goto(firstLink());
  await page.reload();
  await expect(heading(page, 'Set up this archive')).toBeVisible();
  await page.getByLabel('Your name', { exact: true }).fill('Ines Administrator');
  await page.getByLabel('Your e-mail address', { exact: true }).fill('ines@city.example');
  await page.getByLabel('A password', { exact: true }).fill('password1234');
  await press(page, 'Set up the archive');
  await expect(page.getByRole('alert')).toBeVisible();
  await inspect(page, 'set-up');
  await page.getByLabel('A password', { exact: true }).fill(password);
  await press(page, 'Set up the archive');
  await addToApp(page);
  await keepCodes(page);
  await expect(heading(page, /Ines Administrator/)).toBeVisible();
  await inspect(page, 'home-administrator-first');
  administrator = await page.context().cookies();
});

async function invite(page: Page, name: string, email: string, role: string): Promise<void> {
  await page.goto('/people');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail address', { exact: true }).fill(email);
  await page.getByRole('checkbox', { name: role }).check();
  await press(page, 'Invite');
  await expect(page.getByRole('heading', { name: 'Hand this link over now' })).toBeVisible();
  links.set(email, await page.getByText(/\/invitation#/).innerText());
}

test('the administrator invites people, asks a reading role for one, and reads no mail', async ({ page }) => {
  await page.context().addCookies(administrator);
  await invite(page, 'Carl Counsel', 'carl@city.example', 'Counsel');
  await invite(page, 'Olga Officer', 'olga@city.example', 'Records officer');
  await inspect(page, 'people-invited');
  await page.goto('/search');
  await expect(heading(page, 'Mail is not yours to read')).toBeVisible();
  await expect(page.getByText('You are here as: Administrator.')).toBeVisible();
  await inspect(page, 'mail-is-not-yours');
  await publishPolicy(page);
});

async function publishPolicy(page: Page): Promise<void> {
  await page.goto('/settings/policy');
  await page
    .getByLabel('Notice of monitoring', { exact: true })
    .fill('The city records the use of this archive: who searched, opened and took away what, and when.');
  await page
    .getByLabel('Acceptable-use policy', { exact: true })
    .fill('1. Read mail for the stated purpose only.\n2. Keep what you read to yourself.');
  await page.getByRole('checkbox', { name: /The text is final/ }).check();
  await inspect(page, 'policy-publish');
  await press(page, 'Publish');
  await acknowledge(page);
  await expect(page.getByRole('heading', { name: /^Version 1, in force/ })).toBeVisible();
  await inspect(page, 'policy-in-force');
}

test('the first counsel acknowledges the policy and confirms the records officer', async ({ page }) => {
  await join(page, links.get('carl@city.example') ?? '', 'carl@city.example');
  await keepCodes(page);
  await inspect(page, 'policy');
  await acknowledge(page);
  await expect(heading(page, /Carl Counsel/)).toBeVisible();
  await page.goto('/grants');
  await inspect(page, 'grants');
  await press(page, 'Confirm Olga Officer as records officer');
  await expect(page.getByText('No role waits to be confirmed.')).toBeVisible();
});

async function acknowledge(page: Page): Promise<void> {
  await expect(heading(page, 'Read this before you go on')).toBeVisible();
  await expect(page.getByText('Keep what you read to yourself.')).toBeVisible();
  await press(page, 'I have read both and agree to abide by the policy');
}

test('the records officer comes in, and is told how the empty archive gets mail', async ({ page }) => {
  await join(page, links.get('olga@city.example') ?? '', 'olga@city.example');
  await keepCodes(page);
  await press(page, 'I have read both and agree to abide by the policy');
  await expect(heading(page, /Olga Officer/)).toBeVisible();
  await inspect(page, 'home-officer-first');
  await page.goto('/search');
  await page.getByLabel('Number of the request', { exact: true }).fill('2026-001');
  await press(page, 'Read for this');
  await expect(page.getByText('./muniment import')).toBeVisible();
  await inspect(page, 'empty-archive');
});
