import { expect, type Page } from '@playwright/test';
import { press } from './signing';

/** Opens an item of the review as a reviewer does who comes from a link. */
export async function openItem(page: Page, id: number, number: number, subject: string): Promise<void> {
  await page.goto(`/requests/${id}/review/${number}?show=ALL`);
  await expect(page.getByRole('heading', { level: 2, name: subject })).toBeVisible();
}

/** Presses one of the buttons that decide, and waits until it stands. */
export async function decide(page: Page, button: string, said: RegExp): Promise<void> {
  await page.getByRole('group', { name: 'Decide' }).getByRole('button', { name: button }).click();
  await expect(page.getByRole('status').filter({ hasText: said })).toBeAttached();
}

/** Accepts each suggestion of personal data with its first candidate; returns how many there were. */
export async function acceptSuggestions(page: Page): Promise<number> {
  const open = page.getByRole('button', { name: /^Mark as / });
  const suggested = await open.count();
  for (let left = suggested; left > 0; left--) {
    await open.first().click();
    await expect(open).toHaveCount(left - 1);
  }
  return suggested;
}

/** Withholds the open item as a whole. */
export async function withhold(page: Page, code: string, detail: string, reason: string): Promise<void> {
  await page.getByRole('group', { name: 'Decide' }).getByRole('button', { name: 'Withhold' }).click();
  const form = page.getByRole('form', { name: 'Withhold the whole item' });
  const row = await form
    .getByRole('option', { name: new RegExp(`^${escaped(code)} `) })
    .getAttribute('value');
  await form.getByLabel('Exemption', { exact: true }).selectOption(row);
  if (detail !== '')
    await form.getByLabel('The other statute, or the privilege', { exact: true }).fill(detail);
  await form.getByLabel('What it is here that the exemption covers', { exact: true }).fill(reason);
  await form.getByRole('button', { name: 'Withhold it' }).click();
  await expect(page.getByRole('status').filter({ hasText: /withhold/ })).toBeAttached();
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Asks counsel about the open item. */
export async function referToCounsel(page: Page, question: string, dueOn: string): Promise<void> {
  await page.getByRole('group', { name: 'Decide' }).getByRole('button', { name: 'Refer to counsel' }).click();
  const form = page.getByRole('form', { name: 'Refer to counsel' });
  await form.getByLabel('Question to counsel', { exact: true }).fill(question);
  await form.getByLabel('Answer needed by', { exact: true }).fill(dueOn);
  await form.getByRole('button', { name: 'Refer to counsel' }).click();
  await expect(page.getByRole('status').filter({ hasText: /with counsel/ })).toBeAttached();
}

/** Answers about the open item, as counsel, and gives it back. */
export async function answerAsCounsel(page: Page, finding: string, answer: string): Promise<void> {
  await page.getByRole('radio', { name: finding }).check();
  await page.getByLabel('Answer', { exact: true }).fill(answer);
  await press(page, 'Answer and give back');
  await expect(page.getByRole('status').filter({ hasText: /answered and given back/ })).toBeAttached();
}

/** Marks words of the open item wherever they stand in it. */
export async function mark(page: Page, words: string, code: string): Promise<void> {
  await press(page, 'Mark text (m)');
  const dialog = page.getByRole('dialog', { name: 'Mark text to withhold' });
  await dialog.getByLabel('Words to mark wherever they stand in this item', { exact: true }).fill(words);
  await expect(dialog.getByText('1 place to mark:')).toBeVisible();
  const row = await dialog
    .getByRole('option', { name: new RegExp(`^${escaped(code)} `) })
    .getAttribute('value');
  await dialog.getByLabel('Exemption', { exact: true }).selectOption(row);
  await dialog.getByRole('button', { name: 'Mark it' }).click();
  await expect(dialog).toHaveCount(0);
}
