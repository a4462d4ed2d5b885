import { expect, type Page } from '@playwright/test';
import { press } from './signing';

/** Reckons before the work what it will cost, from some of the hits. */
export async function estimate(
  page: Page,
  id: number,
  sample: Readonly<Record<string, string>>,
  total: string,
): Promise<void> {
  await page.goto(`/requests/${id}/fees`);
  for (const [label, number] of Object.entries(sample))
    await page.getByLabel(label, { exact: true }).fill(number);
  await page.getByLabel('The requester wants paper', { exact: true }).check();
  await press(page, 'Reckon and keep the estimate');
  await expect(page.getByText(`Total ${total}`)).toBeVisible();
}

/** Writes the work down that may be charged, and asks the requester for it. */
export async function askForPages(page: Page, id: number, pages: string, total: string): Promise<void> {
  await page.goto(`/requests/${id}/fees`);
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Paper copies (pages)' });
  await page.getByLabel('How much', { exact: true }).fill(pages);
  await press(page, 'Write it down');
  await press(page, `Ask for ${total}`);
  await expect(page.getByText('While this fee is open, the request cannot be closed.')).toBeVisible();
}

/** Writes down that the fee was paid. */
export async function paid(page: Page, id: number, how: string): Promise<void> {
  await page.goto(`/requests/${id}/fees`);
  await page.getByLabel('How it was paid, or why it is not asked for', { exact: true }).fill(how);
  await press(page, 'It was paid');
  await expect(page.getByText(/paid; asked by/)).toBeVisible();
}
