import { expect, type Page } from '@playwright/test';
import { readBack } from './papers';
import { downloaded } from './request-acts';
import { press } from './signing';
import { unpacked } from './zip';

/** Prepares all of a review for release, and waits until every page was read back. */
export async function prepare(page: Page, id: number): Promise<void> {
  await page.goto(`/requests/${id}/release`);
  await press(page, 'Prepare the release');
  await expect(page.getByRole('heading', { name: /waits for a second person$/ })).toBeVisible({
    timeout: 60_000,
  });
}

/** Finalises what another prepared, as counsel who confirms the law it rests on. */
export async function finalise(page: Page, id: number, part: number): Promise<void> {
  await page.goto(`/requests/${id}/release`);
  const all = page.getByRole('button', { name: 'Confirm all of them' });
  await expect(page.getByRole('heading', { name: 'Finalise it' })).toBeVisible();
  if (await all.isVisible()) await all.click();
  await page.getByText('I have looked at the pages and the list above').click();
  await press(page, `Finalise part ${part}`);
  await expect(page.getByRole('heading', { name: `Part ${part} Finalised` })).toBeVisible({
    timeout: 30_000,
  });
}

/** Makes an encrypted package; returns the link and the passphrase, each told once. */
export async function handOver(page: Page, id: number): Promise<readonly [link: string, passphrase: string]> {
  await page.goto(`/requests/${id}/release`);
  await page.getByText('Encrypt the package (AES-256)').click();
  await press(page, 'Make a link');
  const told = page.locator('.release__told code');
  await expect(told).toHaveCount(2, { timeout: 30_000 });
  return [await told.nth(0).innerText(), await told.nth(1).innerText()];
}

/** Downloads what a link leads to, as whoever has it does. */
export async function fetched(
  requester: Page,
  passphrase: string,
): Promise<readonly (readonly [name: string, pdf: string, text: string])[]> {
  const zip = await downloaded(requester, () =>
    requester.getByRole('button', { name: /^Download / }).click(),
  );
  return [...unpacked(zip, passphrase)]
    .filter(([name]) => name.endsWith('.pdf'))
    .map(([name, file]) => [name, file, readBack(file)] as const);
}

/** Calls a release back that is out. */
export async function recall(page: Page, id: number, part: number, why: string): Promise<void> {
  await page.goto(`/requests/${id}/release`);
  await page.locator('summary', { hasText: `Recall it part ${part}` }).click();
  await page.getByLabel('Why it is recalled (it is written down)', { exact: true }).fill(why);
  await press(page, 'Recall this release');
  await expect(page.getByRole('heading', { name: `Part ${part} Recalled` })).toBeVisible();
}
