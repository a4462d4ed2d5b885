import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { signedIn } from './cast';
import { inspect, test } from './page';
import { heading, press } from './signing';

test.use({ storageState: signedIn('officer') });
test.describe.configure({ mode: 'serial' });

const status = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });

test('a records officer states a purpose, searches, reads, and takes proof and list away', async ({
  page,
}) => {
  await page.goto('/search');
  await expect(heading(page, 'What are you reading for?')).toBeVisible();
  await inspect(page, 'purpose');
  await page.getByRole('radio', { name: 'Records request' }).check();
  await page.getByLabel('Number of the request', { exact: true }).fill('2026-014');
  await press(page, 'Read for this');
  await page.getByRole('searchbox').fill('dredging');
  await press(page, 'Search');
  await expect(status(page, '1 more message matches and is kept back by counsel')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Advice on the dredging contract' })).toHaveCount(0);
  await inspect(page, 'results-kept-back');
  await page.getByText('Export this list').click();
  await page.getByLabel('Reason', { exact: true }).fill('To number the messages of request 2026-014');
  const list = page.waitForEvent('download');
  await press(page, 'Export');
  const rows = readFileSync(await (await list).path(), 'utf8')
    .trim()
    .split('\n');
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain('Dredging schedule');
  await expect(status(page, '1 message exported.')).toBeVisible();
  await page.getByRole('link', { name: 'Dredging schedule' }).click();
  await expect(heading(page, 'Dredging schedule')).toBeFocused();
  const proof = page.waitForEvent('download');
  await press(page, 'Download the proof');
  expect((await proof).suggestedFilename()).toMatch(/^proof-of-message-\d+\.zip$/);
  await expect(page.getByText('The proof is among your downloads.')).toBeVisible();
});

test('the purpose is changed in its place, and holds from then on', async ({ page }) => {
  await page.goto('/search');
  await press(page, 'Change purpose');
  const dialog = page.getByRole('dialog', { name: 'What are you reading for now?' });
  await expect(dialog).toBeVisible();
  await inspect(page, 'purpose-change');
  await dialog.getByRole('radio', { name: 'Pending or anticipated litigation' }).check();
  await dialog.getByLabel('Name or docket number', { exact: true }).fill('Doe v. City');
  await dialog.getByRole('button', { name: 'Read for this' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Pending or anticipated litigation Doe v. City')).toBeVisible();
});

test('what counsel keeps back looks as if it were not there', async ({ page, browser }) => {
  const counsel = await browser.newContext({ storageState: signedIn('counsel') });
  const found = await counsel.request.get('/api/search?q=messageid:advice-dredging@city.example');
  const { hits } = (await found.json()) as { hits: { message: { accession: number } }[] };
  await counsel.close();
  await page.goto(`/messages/${hits[0]?.message.accession ?? 0}`);
  await expect(page.getByRole('alert')).toContainText('There is no such message');
});

for (const [path, said] of [
  ['/privilege', 'counsel'],
  ['/audit', 'The audit trail is not yours to read'],
  ['/audit/messages/1', 'The audit trail is not yours to read'],
  ['/people', 'dministrator'],
  ['/people/1', 'dministrator'],
  ['/departments', ''],
  ['/settings', 'This page is for administrators'],
  ['/settings/policy', ''],
  ['/health', ''],
] as const) {
  test(`a records officer at ${path} is told whose page it is`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('.waiting')).toHaveCount(0);
    await expect(page.locator('main')).toContainText(said);
    await inspect(page, `officer${path.replaceAll('/', '-')}`);
  });
}
