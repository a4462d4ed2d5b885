import { expect, type Page } from '@playwright/test';
import { password } from './cast';
import { inspect, test } from './page';

const part = (page: Page, name: string) => page.getByRole('region', { name });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function open(page: Page): Promise<void> {
  await page.goto('/account');
  await expect(part(page, 'Who I am')).toBeVisible();
  await expect(part(page, 'What is recorded about me').getByRole('listitem').first()).toBeVisible();
  await expect(part(page, 'Where I am signed in').getByText('this browser')).toBeVisible();
}

/** A device of the tests' own that knows its holder at once. */
async function plugIn(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('my account stands beside my name and says who I am', async ({ page }) => {
  await page.goto('/help/words');
  await page.getByRole('link', { name: 'My account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeFocused();
  await open(page);
  await expect(part(page, 'Who I am')).toContainText('counsel@city.example');
  await expect(part(page, 'Passkeys')).toContainText('You have no passkey yet.');
  await inspect(page, 'account');
});

test('a passkey is added after the password, signs in without it, and is removed', async ({ page }) => {
  await plugIn(page);
  await open(page);
  await press(page, 'Add a passkey');
  await page.getByLabel('Name of the device', { exact: true }).fill('Office computer');
  await page.getByLabel('Your password, once more', { exact: true }).fill('not the one he chose');
  await press(page, 'Add the passkey');
  await expect(page.getByRole('alert')).toContainText('That did not match');
  await inspect(page, 'account-passkey-refused');
  await page.getByLabel('Your password, once more', { exact: true }).fill(password);
  await press(page, 'Add the passkey');
  await expect(page.getByText('The passkey “Office computer” is added')).toBeVisible();
  await inspect(page, 'account-passkey');
  // A browser that was never here; the session of the other tests goes on.
  await page.context().clearCookies();
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await inspect(page, 'sign-in-passkey');
  await press(page, 'Sign in with a passkey');
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
  await press(page, 'Sign out');
  await press(page, 'Sign in with a passkey');
  await expect(part(page, 'Passkeys')).toContainText('Last used');
  await press(page, 'Rename Office computer');
  await page.getByLabel('Name of the device', { exact: true }).fill('Old computer');
  await press(page, 'Rename it');
  await press(page, 'Remove Old computer');
  await press(page, 'Remove it');
  await expect(page.getByText('The passkey “Old computer” is removed')).toBeVisible();
  await press(page, 'Sign out');
  await press(page, 'Sign in with a passkey');
  await expect(page.getByRole('alert')).toContainText('That did not let you in');
  await inspect(page, 'sign-in-passkey-refused');
});

test('new recovery codes come after the password, once, and are printed alone', async ({ page }) => {
  await open(page);
  await press(page, 'Make new recovery codes');
  await page.getByLabel('Your password, once more', { exact: true }).fill(password);
  await press(page, 'Make ten new codes');
  const codes = page.getByRole('list', { name: 'Recovery codes' });
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  await inspect(page, 'account-recovery-codes');
  await page.emulateMedia({ media: 'print' });
  await expect(codes).toBeVisible();
  await expect(part(page, 'Passkeys')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await press(page, 'I have kept them');
  await expect(codes).toHaveCount(0);
});

test('another authenticator app begins with the password and a picture', async ({ page }) => {
  await open(page);
  await press(page, 'Use another phone or app');
  await page.getByLabel('Your password, once more', { exact: true }).fill(password);
  await press(page, 'Show the new key');
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await page.getByLabel('Six-digit code of the new app', { exact: true }).fill('000000');
  await press(page, 'Use this app from now on');
  await expect(page.getByRole('alert')).toContainText('your old app goes on working');
  await inspect(page, 'account-new-app');
  await press(page, 'Cancel');
});

test('a token is shown once and revoked', async ({ page }) => {
  await open(page);
  await press(page, 'Make a token');
  await page.getByLabel('Which program will use it', { exact: true }).fill('Nightly list');
  await page.getByLabel('search the archive', { exact: true }).check();
  await page.getByLabel('Your password, once more', { exact: true }).fill(password);
  await inspect(page, 'account-token-form');
  await press(page, 'Make the token');
  await expect(page.getByRole('group', { name: 'Your new token' })).toContainText('mun_');
  await inspect(page, 'account-token-made');
  await press(page, 'I have kept it');
  await expect(page.getByText('mun_')).toHaveCount(0);
  await press(page, 'Revoke Nightly list');
  await press(page, 'Revoke it');
  await expect(part(page, 'Tokens for programs')).toContainText('You have no working token.');
});

test('an account that does not come says so and can be asked for again', async ({ page }) => {
  await page.route('**/api/me', (route) => route.abort());
  await page.goto('/account');
  await expect(page.getByRole('alert')).toContainText('The archive does not answer');
  await inspect(page, 'account-trouble');
  await page.unroute('**/api/me');
  await press(page, 'Try again');
  await expect(part(page, 'Who I am')).toBeVisible();
});
