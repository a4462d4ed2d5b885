import { expect } from '@playwright/test';
import { inspect, test } from './page';

test('archive health says that all is well, and how far the archive has come', async ({ page }) => {
  await page.goto('/health');
  await expect(page.getByRole('heading', { name: 'All is well' })).toBeVisible();
  await expect(page.getByText('Messages captured', { exact: true })).toBeVisible();
  await expect(page.getByText('Copy on another disk')).toBeVisible();
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
  const begin = Date.UTC(2026, 8, 6, 13);
  const details = {
    ok: false,
    at: '2026-09-08T12:34:00Z',
    alarms: [alarm],
    mayAcknowledge: true,
    captured: 1200,
    entries: 1210,
    indexedThrough: 1100,
    hours: Array.from({ length: 48 }, (_, hour) => ({
      begin: new Date(begin + hour * 3_600_000).toISOString(),
      captures: (hour * 7) % 40,
      bytes: hour * 1000,
    })),
    sources: [{ name: 'smtp', captures: 1200, repeated: 3, lastSeenAt: '2026-09-08T12:30:00Z' }],
    disk: { totalBytes: 500e9, freeBytes: 1.2e9, bytesPerDay: 300e6, daysLeft: 4 },
    mirror: {
      state: 'BEHIND',
      folder: '/mnt/mirror',
      behind: 'the mirror /mnt/mirror',
      since: '2026-09-08T11:00:00Z',
      advice: 'Mount or replace the disk that is behind; it is brought up to date by itself.',
    },
    lastCheckpoint: { size: 1210, signedAt: '2026-09-08T12:30:01Z' },
    certificates: [{ use: 'Web page', endsAt: '2026-09-20T12:00:00Z', isSelfSigned: false, isEnding: true }],
    notEncrypted: ['The search index (index) holds words and text of messages.'],
    versions: [{ name: 'Muniment', version: '0.1.0' }],
  };
  await page.route('**/api/health/details', (route) => route.fulfill({ json: details }));
  await page.goto('/health');
  await expect(page.getByText('The disk has room')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Acknowledge alarm 7' })).toBeVisible();
  await expect(page.getByText('Behind: mail is on one disk only')).toBeVisible();
  await expect(
    page.getByText(/the mirror \/mnt\/mirror is behind since .* Mount or replace the disk/),
  ).toBeVisible();
  await inspect(page, 'health-alarm');

  const catchingUp = { ...details.mirror, state: 'CATCHING_UP', progress: '12 of 30 files in store' };
  await page.route('**/api/health/details', (route) =>
    route.fulfill({ json: { ...details, mirror: catchingUp } }),
  );
  await page.reload();
  await expect(page.getByText('Being brought up to date')).toBeVisible();
  await expect(page.getByText(/12 of 30 files in store/)).toBeVisible();
  await inspect(page, 'health-mirror');
});

test('a server that does not answer is said to be gone', async ({ page }) => {
  await page.route('**/api/**', (route) => route.abort());
  await page.goto('/search?q=budget');
  await expect(page.getByRole('alert')).toContainText('The archive does not answer');
  await inspect(page, 'server-gone');
});
