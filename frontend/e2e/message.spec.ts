import { expect, type Page } from '@playwright/test';
import { inspect, test, trapped } from './page';

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`/search?q=${encodeURIComponent(query)}`);
  await page.locator('.result__subject a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name });

test('a message is shown with its people, attachments and captures', async ({ page }) => {
  await open(page, 'messageid:agenda@city.example');
  await expect(page.getByText('Agenda 2026-09-08.pdf')).toBeVisible();
  await expect(page.getByText('clerk@city.example')).toBeVisible();
  await expect(page.getByRole('tabpanel')).toContainText('minutes of the last one');
  await expect(tab(page, 'HTML')).toHaveCount(0);
  await inspect(page, 'message-text');
});

test('headers are shown in full, and the bytes as received can be read and taken away', async ({ page }) => {
  await open(page, 'messageid:agenda@city.example');
  await tab(page, 'Headers').click();
  await expect(page.getByRole('rowheader', { name: 'Message-ID' })).toBeVisible();
  await inspect(page, 'message-headers');
  await tab(page, 'Raw').click();
  await expect(page.locator('.body__raw')).toContainText('Content-Type: multipart/mixed; boundary=outer');
  await inspect(page, 'message-raw');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download all of it' }).click();
  expect((await download).suggestedFilename()).toMatch(/^message-\d+\.eml$/);
});

test('HTML is shown with the pictures the message carries', async ({ page }) => {
  await open(page, 'messageid:newsletter@city.example');
  await tab(page, 'HTML').click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Autumn in the parks' })).toBeVisible();
  await expect(frame.getByAltText('Leaf')).toHaveAttribute('src', /^data:image\/png/);
  await inspect(page, 'message-html');
});

test('hostile HTML asks nobody for anything, runs nothing and leads nowhere', async ({ page }) => {
  await open(page, 'messageid:hostile@elsewhere.example');
  await tab(page, 'HTML').click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('You won the hostile lottery')).toBeVisible();
  await frame.getByText('Click here').click();
  await frame.getByText('Or here').click();
  await page.waitForTimeout(1500);
  await expect(
    frame.locator('script, form, input, iframe, object, video, link, base, [onload], [href]'),
  ).toHaveCount(0);
  expect(await page.title()).toContain('You won');
  expect(page.url()).toContain('/messages/');
  expect(await trapped()).toEqual([]);
  await inspect(page, 'message-hostile');
});

test('the frame is harmless by its own policy, even opened alone', async ({ page }) => {
  await open(page, 'messageid:hostile@elsewhere.example');
  const number = /messages\/(\d+)/.exec(page.url())?.[1] ?? '';
  const answer = await page.goto(`/api/messages/${number}/html`);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/; sandbox$/);
  await page.waitForTimeout(500);
  expect(await trapped()).toEqual([]);
});

test('a journal report tells who received a message beside those it names', async ({ page }) => {
  await open(page, 'messageid:staffing@city.example');
  const blind = page.locator('.envelope__row', { hasText: 'mayor@city.example' });
  await expect(blind).toContainText('Bcc');
  await expect(blind).toContainText('from the journal report');
  await inspect(page, 'message-journal-report');
});

test('irregularities and attached mail are shown in plain words', async ({ page }) => {
  await open(page, 'messageid:forwarded@city.example');
  await expect(page.getByRole('heading', { name: /irregularit/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Attached message: The dock' })).toBeVisible();
  await inspect(page, 'message-irregular');
});

test('a number that is no message is refused in plain words', async ({ page }) => {
  await page.goto('/messages/999999');
  await expect(page.getByRole('alert')).toContainText('There is no such message');
  await inspect(page, 'no-such-message');
});

test('a message prints without the page around it', async ({ page }) => {
  await open(page, 'messageid:agenda@city.example');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByText('minutes of the last one')).toBeVisible();
});

test('everything can be done with the keyboard alone', async ({ page }) => {
  await page.goto('/search');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('budget');
  await page.keyboard.press('Enter');
  const results = page.locator('.result__subject a');
  await expect(results).toHaveCount(3);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  while (!(await results.first().evaluate((link) => link === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(results.nth(1)).toBeFocused();
  await inspectFocusRing(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 of 3')).toBeVisible();
  await page.keyboard.press('Alt+n');
  await expect(page.getByText('3 of 3')).toBeVisible();
  await page.keyboard.press('Alt+p');
  await expect(page.getByText('2 of 3')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  while (!(await tab(page, 'Text').evaluate((link) => link === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await expect(tab(page, 'Raw')).toBeFocused();
  await expect(page.getByRole('tabpanel')).toContainText('byte for byte');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(results.nth(1)).toBeFocused();
});

async function inspectFocusRing(page: Page): Promise<void> {
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineWidth,
  );
  expect(parseFloat(outline)).toBeGreaterThanOrEqual(2);
}
