import { expect, test, type Page } from '@playwright/test';
import { signedIn } from './cast';
import { openDirectory, type Directory } from './directory';
import { inspect } from './page';

// Not the watched page of the other tests: here the browser leaves for the directory, as it must.

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

let directory: Directory;

test.beforeAll(async () => {
  directory = await openDirectory('dana@city.example', ['Archive Records']);
});

test.afterAll(() => {
  directory.close();
});

async function asAdministrator(page: Page, method: string, path: string, body: object): Promise<number> {
  return page.evaluate(
    async ({ method, path, body }) => {
      const session = (await (await fetch('/api/session')).json()) as { csrfToken: string };
      const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': session.csrfToken };
      return (await fetch(path, { method, headers, body: JSON.stringify(body) })).status;
    },
    { method, path, body },
  );
}

test('an administrator connects the directory, counsel confirms, and somebody comes in over it', async ({
  page,
  browser,
}) => {
  const trusting = { ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } };
  const administrator = await browser.newContext({
    ...trusting,
    storageState: signedIn('administrator'),
  });
  const desk = await administrator.newPage();
  await desk.goto('/settings/single-sign-on');
  await expect(desk.getByText('There is no single sign-on yet')).toBeVisible();
  await inspect(desk, 'single-sign-on-none');
  const invited = { name: 'Dana Doyle', email: 'dana@city.example', roles: [], departments: [] };
  expect(await asAdministrator(desk, 'POST', '/api/people', invited)).toBeLessThan(300);
  await desk.getByLabel('Issuer', { exact: true }).fill(directory.issuer);
  await desk.getByLabel('Client id', { exact: true }).fill(directory.client);
  await desk.getByLabel('Client secret', { exact: true }).fill(directory.secret);
  await press(desk, 'Add a group');
  await desk.getByLabel('Group 1', { exact: true }).fill('Archive Records');
  await press(desk, 'Save for counsel to confirm');
  await expect(desk.getByRole('heading', { name: 'Waits for counsel' })).toBeVisible();
  await press(desk, 'Try the directory');
  await expect(desk.getByText('It takes the client id and the secret.')).toBeVisible();
  await inspect(desk, 'single-sign-on-tried');

  await page.goto('/');
  await page.locator('main a[href="/settings/single-sign-on"]').first().click();
  await expect(page.getByText('You decide.')).toBeVisible();
  await inspect(page, 'single-sign-on-to-confirm');
  await page.getByRole('button', { name: /^Confirm version/ }).click();
  await expect(page.getByRole('heading', { name: 'In force' })).toBeVisible();

  const visitor = await browser.newContext({ ...trusting, storageState: { cookies: [], origins: [] } });
  const dana = await visitor.newPage();
  await dana.goto('/help/words');
  await expect(dana.getByRole('button', { name: 'Sign in with your city account' })).toBeVisible();
  await inspect(dana, 'sign-in-city-account');
  await press(dana, 'Sign in with your city account');
  await expect(dana.getByText('Dana Doyle').first()).toBeVisible();
  expect(new URL(dana.url()).pathname + new URL(dana.url()).search).toBe('/help/words');
  await expect(dana.getByRole('link', { name: 'Search', exact: true })).toBeVisible();

  await dana.goto('/sign-in/single-sign-on?code=again&state=again');
  await expect(dana.getByText('Dana Doyle').first()).toBeVisible();
  await visitor.clearCookies();
  await dana.goto('/sign-in/single-sign-on?code=again&state=again');
  await expect(dana.getByRole('alert')).toContainText('That did not let you in');
  await inspect(dana, 'single-sign-on-refused');

  await press(desk, 'Turn single sign-on off');
  await expect(desk.getByText('There is no single sign-on yet')).toBeVisible();
  await administrator.close();
  await visitor.close();
});
