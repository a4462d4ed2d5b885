import { expect, type Route } from '@playwright/test';
import { signedIn, signedOut, type Part } from './cast';
import { inspect, judge, test } from './page';

/** Each page that asks the server for something: who sees it, and what it asks. */
const pages: readonly (readonly [path: string, asked: string, by: Part])[] = [
  ['/search?q=budget', '/api/search?', 'counsel'],
  ['/messages/1', '/api/messages/1', 'counsel'],
  ['/privilege', '/api/privilege/', 'counsel'],
  ['/grants', '/api/grants', 'counsel'],
  ['/audit', '/api/audit', 'auditor'],
  ['/audit/messages/1', '/api/audit/messages/1', 'auditor'],
  ['/audit/people/1', '/api/audit/people/1', 'auditor'],
  ['/audit/mine', '/api/me/audit', 'approver'],
  ['/account', '/api/me', 'reviewer'],
  ['/people', '/api/people', 'administrator'],
  ['/people/1', '/api/people/1', 'administrator'],
  ['/departments', '/api/departments', 'administrator'],
  ['/settings', '/api/settings', 'administrator'],
  ['/settings/policy', '/api/policy', 'auditor'],
  ['/health', '/api/health/details', 'administrator'],
];

for (const [path, asked, by] of pages) {
  test.describe(() => {
    test.use({ storageState: signedIn(by) });

    test(`${path} says that it waits, and what to do when no answer comes`, async ({ page }) => {
      const waiting: Route[] = [];
      await page.route(
        (url) => (url.pathname + url.search).startsWith(asked),
        (route) => {
          waiting.push(route);
        },
      );
      await page.goto(path);
      await expect(page.locator('.waiting').first()).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const name = path.replace(/\?.*/, '').slice(1).replaceAll('/', '-');
      await judge(page, `waiting-${name}`);
      for (const route of waiting) await route.abort();
      await page.unrouteAll();
      await page.route(
        (url) => (url.pathname + url.search).startsWith(asked),
        (route) => route.abort(),
      );
      await page.reload();
      await expect(page.getByRole('alert').first()).toContainText('The archive does not answer');
      await inspect(page, `no-answer-${name}`);
      await page.unrouteAll();
      await page.getByRole('button', { name: 'Try again' }).first().click();
      await expect(page.getByRole('alert')).toHaveCount(0);
    });
  });
}

test.describe('before anybody is signed in', () => {
  test.use({ storageState: signedOut });

  test('a server that is gone is said to be gone, and asked again', async ({ page }) => {
    await page.route('**/api/**', (route) => route.abort());
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'The archive cannot be reached' })).toBeVisible();
    await inspect(page, 'no-answer-sign-in');
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });
});
