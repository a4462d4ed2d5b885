import { expect, type Browser, type Page } from '@playwright/test';
import { signedIn } from './cast';
import { inspect, test } from './page';
import { heading, press } from './signing';

test.describe.configure({ mode: 'serial' });

async function giveReason(page: Page, act: string, confirm: string): Promise<void> {
  const form = page.locator('details', { hasText: act });
  await form.locator('summary').click();
  await form.getByLabel('Reason (it is written down)', { exact: true }).fill('It holds no advice');
  await form.getByRole('button', { name: confirm }).click();
}

/** How many messages an officer finds, and how many more are said to be kept back. */
async function officerFinds(browser: Browser, q: string): Promise<[number, number]> {
  const officer = await browser.newContext({ storageState: signedIn('reviewer') });
  const { csrfToken } = (await (await officer.request.get('/api/session')).json()) as { csrfToken: string };
  const headers = { 'X-CSRF-Token': csrfToken, 'Sec-Fetch-Site': 'same-origin' };
  const data = { kind: 'MATTER', reference: '2026-CV-104' };
  await officer.request.put('/api/session/purpose', { data, headers });
  const answer = await officer.request.get(`/api/search?q=${encodeURIComponent(q)}`);
  const { total, quarantined } = (await answer.json()) as { total: number; quarantined: number };
  await officer.close();
  return [total, quarantined];
}

test('counsel adds a rule, sees what it keeps back, and ends it with a reason', async ({ page }) => {
  await page.goto('/privilege');
  await expect(heading(page, 'Privilege')).toBeVisible();
  await page.getByRole('radio', { name: 'Phrase' }).check();
  await page.getByLabel('Looks for', { exact: true }).fill('guided walks every sunday');
  await expect(page.getByRole('status').filter({ hasText: 'Would keep back 1 message now.' })).toBeVisible();
  await page.getByLabel('Note (who or why)', { exact: true }).fill('A trial');
  await press(page, 'Add the rule');
  const rule = page.getByRole('row', { name: /guided walks every sunday/ });
  await expect(rule).toContainText('A trial');
  await inspect(page, 'privilege');
  await giveReason(page, 'End the rule for guided walks every sunday', 'End this rule');
  await expect(rule).toHaveCount(0);
});

test('counsel releases a message from quarantine, and takes it back', async ({ page, browser }) => {
  expect(await officerFinds(browser, 'garage')).toEqual([0, 1]);
  await page.goto('/privilege?q=garage');
  const message = page.getByRole('listitem').filter({ hasText: 'Advice on the parking garage' });
  await message.locator('summary').click();
  await inspect(page, 'privilege-release');
  await message.getByLabel('Reason (it is written down)', { exact: true }).fill('It holds no advice');
  await message.getByRole('button', { name: 'Release to those who read mail' }).click();
  const release = page.locator('.releases li', { hasText: 'It holds no advice' });
  await expect(release).toBeVisible();
  expect(await officerFinds(browser, 'garage')).toEqual([1, 0]);
  await release.locator('summary').click();
  await release.getByLabel('Reason (it is written down)', { exact: true }).fill('It does after all');
  await release.getByRole('button', { name: 'Keep it back again' }).click();
  await expect(release).toHaveCount(0);
  expect(await officerFinds(browser, 'garage')).toEqual([0, 1]);
});
