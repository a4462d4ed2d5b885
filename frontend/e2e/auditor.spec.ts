import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { signedIn } from './cast';
import { inspect, test } from './page';
import { heading, press } from './signing';

test.use({ storageState: signedIn('auditor') });

test('an auditor sees who did what, and follows a person and a message', async ({ page, browser }) => {
  const counsel = await browser.newContext({ storageState: signedIn('counsel') });
  const found = await counsel.request.get('/api/search?q=messageid:agenda@city.example');
  const { hits } = (await found.json()) as { hits: { message: { accession: number } }[] };
  const accession = hits[0]?.message.accession ?? 0;
  expect((await counsel.request.get(`/api/messages/${accession}`)).status()).toBe(200);
  await counsel.close();
  await page.goto('/audit');
  await expect(heading(page, 'Audit trail')).toBeVisible();
  await page.getByLabel('What was done', { exact: true }).selectOption({ label: 'opened a message' });
  await page.getByLabel('Accession number', { exact: true }).fill(String(accession));
  await press(page, 'Show');
  const entry = page.locator('.entry').first();
  await expect(entry).toContainText('Carl Counsel');
  await expect(entry).toContainText('2026-CV-104');
  await inspect(page, 'audit');
  await entry.getByRole('link', { name: String(accession) }).click();
  await expect(heading(page, `Who has read message ${accession}?`)).toBeFocused();
  await inspect(page, 'audit-message');
  await page.getByRole('link', { name: 'Carl Counsel' }).first().click();
  await expect(heading(page, 'What has Carl Counsel read?')).toBeVisible();
  await inspect(page, 'audit-person');
});

test('an auditor takes entries away with a reason, and the file says who did what', async ({ page }) => {
  await page.goto('/audit?act=SET_UP');
  await page.getByText('Export these entries').click();
  await inspect(page, 'audit-export');
  await page.getByLabel('Why do you need them?', { exact: true }).fill('Yearly audit');
  const file = page.waitForEvent('download');
  await press(page, 'Export CSV');
  expect(readFileSync(await (await file).path(), 'utf8')).toContain('Ines Administrator');
  await page.goto('/audit?act=AUDIT_EXPORTED');
  await expect(page.locator('.entry').first()).toContainText('Yearly audit');
});

test('an auditor never sees content', async ({ page }) => {
  for (const path of ['/search?q=budget', '/messages/1', '/privilege']) {
    await page.goto(path);
    await expect(heading(page, 'Mail is not yours to read')).toBeVisible();
  }
  expect((await page.request.get('/api/messages/1')).status()).toBe(403);
  await page.goto('/audit?act=NOTHING_SUCH&message=999999');
  await expect(page.getByText('No entry matches these filters.')).toBeVisible();
  await inspect(page, 'audit-nothing');
});
