import { expect, type Page } from '@playwright/test';
import { password } from './cast';
import { codeOf } from './visitor';

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Address and password, as a person types them. */
export async function givePassword(page: Page, email: string, given = password): Promise<void> {
  await page.getByLabel('E-mail address', { exact: true }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(given);
  await press(page, 'Sign in');
}

export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Six-digit code', { exact: true }).fill(code);
  await press(page, 'Continue');
}

/** Adds the page's key to an app of our own; returns the key once the recovery codes are shown. */
export async function addToApp(page: Page): Promise<string> {
  await expect(heading(page, 'Set up your second factor')).toBeVisible();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  const key = (await page.locator('code').innerText()).replaceAll(/\s/g, '');
  await giveCode(page, codeOf(key));
  await expect(heading(page, 'Keep your recovery codes')).toBeVisible();
  return key;
}

/** Ticks that the recovery codes are kept, and goes on; returns them. */
export async function keepCodes(page: Page): Promise<string[]> {
  const codes = await page
    .getByRole('list', { name: 'Recovery codes' })
    .getByRole('listitem')
    .allInnerTexts();
  await page.getByRole('checkbox', { name: 'I have kept the codes in a safe place' }).check();
  await press(page, 'Continue to the archive');
  return codes.map((code) => code.trim());
}

/** Follows a one-time link, sets the password, signs in and sets up the second factor; returns the app's key. */
export async function join(page: Page, link: string, email: string): Promise<string> {
  await page.goto(link);
  await page.getByLabel('A password', { exact: true }).fill(password);
  await press(page, 'Set the password');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await givePassword(page, email);
  return addToApp(page);
}
