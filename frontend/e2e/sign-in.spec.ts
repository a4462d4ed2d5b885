import { expect } from '@playwright/test';
import { newcomersLink, password, signedOut } from './cast';
import { inspect, test } from './page';
import { addToApp, giveCode, givePassword, heading, keepCodes, press } from './signing';
import { codeOf } from './visitor';

test.use({ storageState: signedOut });
test.describe.configure({ mode: 'serial' });

const email = 'nora@city.example';
let key = '';
let codes: string[] = [];

test('an invitation is opened without effect, then sets a password and a second factor', async ({ page }) => {
  await page.goto(newcomersLink());
  await page.reload();
  await expect(page.getByText('Nora Newcomer, choose a password')).toBeVisible();
  await inspect(page, 'invitation');
  await page.getByLabel('A password', { exact: true }).fill('password1234');
  await press(page, 'Set the password');
  await expect(page.getByRole('alert')).toBeVisible();
  await inspect(page, 'invitation-weak-password');
  await page.getByLabel('A password', { exact: true }).fill(password);
  await press(page, 'Set the password');
  await expect(page.getByRole('heading', { name: 'Your password is set' })).toBeVisible();
  await inspect(page, 'invitation-done');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await givePassword(page, email);
  await expect(heading(page, 'Set up your second factor')).toBeVisible();
  await inspect(page, 'enrol');
  key = await addToApp(page);
  await inspect(page, 'recovery-codes');
  codes = await keepCodes(page);
  expect(codes).toHaveLength(10);
  await expect(heading(page, /Nora Newcomer/)).toBeVisible();
  await press(page, 'Sign out');
  await expect(heading(page, 'Sign in')).toBeVisible();
});

test('a link that was used says what to do', async ({ page }) => {
  await page.goto(newcomersLink());
  await expect(page.getByRole('alert')).toBeVisible();
  await inspect(page, 'invitation-used');
});

test('a wrong password and a wrong code are refused in words that tell nobody anything', async ({ page }) => {
  await page.goto('/');
  await inspect(page, 'sign-in');
  await givePassword(page, email, 'not the one she chose');
  await expect(page.getByRole('alert')).toBeVisible();
  await inspect(page, 'sign-in-wrong');
  await givePassword(page, email);
  await giveCode(page, '000000');
  await expect(page.getByRole('alert')).toBeVisible();
  await inspect(page, 'code-wrong');
});

test('password and code sign in; the lock hides everything until the password is given', async ({ page }) => {
  await page.goto('/help/words');
  await givePassword(page, email);
  // The code of this half minute was spent when the second factor was set up; the next one is good already.
  await giveCode(page, codeOf(key, 1));
  await expect(heading(page, 'What the words mean')).toBeVisible();
  await press(page, 'Lock');
  await expect(heading(page, 'Locked')).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await inspect(page, 'locked');
  await page.getByLabel('Password of Nora Newcomer', { exact: true }).fill('not the one she chose');
  await press(page, 'Unlock');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Password of Nora Newcomer', { exact: true }).fill(password);
  await press(page, 'Unlock');
  await expect(heading(page, 'What the words mean')).toBeVisible();
  await press(page, 'Sign out');
  await expect(heading(page, 'Sign in')).toBeVisible();
});

test('a recovery code signs in once, and the page locks itself when the server says so', async ({ page }) => {
  await page.clock.install();
  await page.goto('/');
  await givePassword(page, email);
  await press(page, 'I do not have my phone: use a recovery code');
  await inspect(page, 'recovery-code');
  await page.getByLabel('Recovery code', { exact: true }).fill(codes[0] ?? '');
  await press(page, 'Continue');
  await expect(heading(page, /Nora Newcomer/)).toBeVisible();
  const { csrfToken } = (await (await page.request.get('/api/session')).json()) as { csrfToken: string };
  const headers = { 'X-CSRF-Token': csrfToken, 'Sec-Fetch-Site': 'same-origin' };
  expect((await page.request.post('/api/session/lock', { headers })).status()).toBe(200);
  await page.clock.fastForward('00:30');
  await expect(heading(page, 'Locked')).toBeVisible();
  await press(page, 'Sign out');
  await givePassword(page, email);
  await press(page, 'I do not have my phone: use a recovery code');
  await page.getByLabel('Recovery code', { exact: true }).fill(codes[0] ?? '');
  await press(page, 'Continue');
  await expect(page.getByRole('alert')).toBeVisible();
});
