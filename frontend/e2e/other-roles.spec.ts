import { expect } from '@playwright/test';
import { signedIn } from './cast';
import { inspect, test } from './page';
import { heading, press } from './signing';

test.describe('a reviewer', () => {
  test.use({ storageState: signedIn('reviewer') });

  test('reads for a stated purpose, and is not asked to confirm roles or keep mail back', async ({
    page,
  }) => {
    await page.goto('/');
    const menu = page.getByRole('navigation', { name: 'Main' });
    await expect(menu.getByRole('link', { name: 'Search', exact: true })).toBeVisible();
    for (const name of ['Privilege', 'People', 'Audit trail', 'Roles to confirm'])
      await expect(menu.getByRole('link', { name })).toHaveCount(0);
    await inspect(page, 'home-reviewer');
    await page.goto('/search?q=levy');
    // The purpose holds for the whole session, whichever test stated it first.
    const ask = heading(page, 'What are you reading for?');
    await expect(ask.or(page.locator('.result').first())).toBeVisible();
    if (await ask.isVisible()) {
      await page.getByLabel('Number of the request', { exact: true }).fill('2026-014');
      await press(page, 'Read for this');
    }
    await page.getByRole('link', { name: 'Re: Sewer bond budget for 2027' }).click();
    await expect(page.getByText('The levy cannot carry both.')).toBeVisible();
  });
});

test.describe('an approver', () => {
  test.use({ storageState: signedIn('approver') });

  test('is told what can be seen here, and that mail is not among it', async ({ page }) => {
    await page.goto('/');
    await inspect(page, 'home-approver');
    await page.goto('/search');
    await expect(heading(page, 'Mail is not yours to read')).toBeVisible();
    await page.goto('/audit/mine');
    await expect(page.getByText('signed in').first()).toBeVisible();
    await inspect(page, 'my-entries');
    await page.goto('/account');
    await expect(heading(page, 'My account')).toBeVisible();
    await expect(page.locator('.waiting')).toHaveCount(0);
    await inspect(page, 'account');
  });
});

test.describe('an administrator', () => {
  test.use({ storageState: signedIn('administrator') });

  test('asks a reading role for somebody, which waits for counsel, and withdraws it', async ({ page }) => {
    await page.goto('/people');
    await inspect(page, 'people');
    await page.getByLabel('Find a name or address', { exact: true }).fill('approver');
    await page.getByRole('link', { name: 'Pia Approver' }).click();
    await expect(heading(page, 'Pia Approver')).toBeFocused();
    await press(page, 'Ask for reviewer');
    await expect(page.getByText('Waits for counsel')).toBeVisible();
    await inspect(page, 'person');
    await press(page, 'Withdraw reviewer');
    await expect(page.getByText('Waits for counsel')).toHaveCount(0);
  });

  for (const path of [
    '/departments',
    '/settings',
    '/health/checks',
    '/help/on',
    '/help/on/people',
    '/help/on/nothing',
  ]) {
    test(`finds ${path} in order`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.waiting')).toHaveCount(0);
      await inspect(page, path.slice(1).replaceAll('/', '-'));
    });
  }

  test('looks after the archive without reading mail', async ({ page }) => {
    await page.goto('/health');
    await expect(page.getByRole('heading', { name: 'All is well' })).toBeVisible();
    await inspect(page, 'health-administrator');
    for (const path of ['/search', '/messages/1', '/privilege']) {
      await page.goto(path);
      await expect(heading(page, 'Mail is not yours to read')).toBeVisible();
    }
  });
});
