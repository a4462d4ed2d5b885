import { expect } from '@playwright/test';
import { inspect, test } from './page';

test('archive health says that all is well, and how far the archive has come', async ({ page }) => {
  await page.goto('/health');
  await expect(page.getByRole('heading', { name: 'All is well' })).toBeVisible();
  await expect(page.getByText('Records kept', { exact: true })).toBeVisible();
  await inspect(page, 'health');
});

test('an alarm says what is wrong', async ({ page }) => {
  const alarm = {
    id: 7,
    kind: 'DISK_LOW',
    sentence: 'The disk has room for 1.2 GB more; new mail is put off below 1 GB.',
    advice: 'Free space or enlarge the disk.',
    raisedAt: '2026-09-08T12:00:00Z',
    times: 1,
  };
  const health = { ok: false, alarms: [alarm], captured: 1200, indexedThrough: 1100 };
  await page.route('**/api/health', (route) => route.fulfill({ json: health }));
  await page.goto('/health');
  await expect(page.getByText('The disk has room')).toBeVisible();
  await inspect(page, 'health-alarm');
});

test('a server that does not answer is said to be gone', async ({ page }) => {
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/?q=budget');
  await expect(page.getByRole('alert')).toContainText('The archive does not answer');
  await inspect(page, 'server-gone');
});
