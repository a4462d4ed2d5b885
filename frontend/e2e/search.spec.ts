import { expect } from '@playwright/test';
import { inspect, test } from './page';

test('the first page says what one reads for, what the archive holds, and how to start', async ({ page }) => {
  await page.goto('/search');
  await expect(page.getByText('Reading for Matter of Corporation Counsel 2026-CV-104')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'The archive holds' })).toContainText(
    '20 messages',
  );
  await inspect(page, 'first-page');
});

test('a search shows exact counts and marks what matched', async ({ page }) => {
  await page.goto('/search');
  await page.getByRole('searchbox').fill('budget');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\?q=budget$/);
  await expect(page.getByRole('status').filter({ hasText: 'messages' })).toContainText(
    /^3 messages \(3 captures\); \d+ could not be fully read; indexed through \d+/,
  );
  await expect(page.getByText('Understood as')).toContainText('budget');
  await expect(page.locator('.result__snippet mark').first()).toHaveText(/budget/i);
  await inspect(page, 'results');
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('a search without a result says what to try', async ({ page }) => {
  await page.goto('/search?q=zeppelin');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await inspect(page, 'nothing-found');
});

test('a malformed search names the place and the remedy', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('budget AND (levy')}`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This search cannot be understood');
  await expect(alert).toContainText('The trouble starts at character');
  await inspect(page, 'malformed');
});

test('words too long for a small screen break', async ({ page }) => {
  await page.goto('/search?q=unwieldy');
  await expect(page.getByRole('status').filter({ hasText: 'message' })).toContainText('1 message');
  await inspect(page, 'unwieldy-results');
  await page.locator('.result__subject a').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Unwieldy');
  await inspect(page, 'unwieldy-message');
});

test('an empty archive says how to fill it', async ({ page }) => {
  const empty = {
    query: '*',
    parsed: '*',
    total: 0,
    captures: 0,
    unsearchable: 0,
    quarantined: 0,
    indexedThrough: 0,
    archived: 0,
    hits: [],
  };
  await page.route('**/api/search?*', (route) => route.fulfill({ json: empty }));
  await page.goto('/search');
  await expect(page.getByText('./muniment import')).toBeVisible();
  await inspect(page, 'empty-archive');
});

test('every example of the search help is understood', async ({ page }) => {
  await page.goto('/help');
  await inspect(page, 'help');
  const examples = await page
    .locator('tbody a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(examples.length).toBeGreaterThan(15);
  for (const example of examples) {
    const answer = await page.request.get(`/api${example ?? ''}`);
    expect(answer.status(), example ?? '').toBe(200);
  }
});

test('a page that is not there says so', async ({ page }) => {
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'No such page' })).toBeVisible();
  await inspect(page, 'no-such-page');
});
