import { expect, type Page } from '@playwright/test';
import { heading, press } from './signing';

/** What reached the city, as an officer enters it. */
export interface Letter {
  readonly words: string;
  readonly name: string;
  readonly email: string;
  readonly who: string;
  readonly about: string;
}

/** Enters a request as it came on paper; returns its number in addresses. */
export async function enterRequest(page: Page, letter: Letter): Promise<number> {
  await page.goto('/requests/new');
  await expect(heading(page, 'Enter a request')).toBeVisible();
  await page.getByRole('radio', { name: 'On paper' }).check();
  await page.getByLabel('The request, in the requester’s own words').fill(letter.words);
  await page.getByLabel('Name', { exact: true }).fill(letter.name);
  await page.getByLabel('E-mail address').fill(letter.email);
  await page.getByLabel('Postal address').fill(`${letter.name}\n7 Alder Street\nHarbor Falls, CT 06000`);
  await page.getByLabel('Whose mail').fill(letter.who);
  await page.getByLabel('About what').fill(letter.about);
  await press(page, 'Save the request');
  await page.waitForURL(/\/requests\/\d+$/);
  return Number(/\/requests\/(\d+)/.exec(page.url())?.[1]);
}

/** Tries a search on a request, sees its exact count, and saves it. */
export async function saveSearch(page: Page, id: number, query: string, finds: RegExp): Promise<void> {
  await page.goto(`/requests/${id}/searches`);
  await page.getByLabel('Search for').fill(query);
  await press(page, 'Try the search');
  await expect(page.getByRole('heading', { name: 'What it finds' })).toBeVisible();
  await expect(page.locator('.collection__tried')).toContainText(finds);
  await page.getByLabel('Name', { exact: true }).fill('As the letter asks');
  await page.getByLabel('What it is for').fill('Finds what the letter asks for, and more rather than less');
  await press(page, 'Save the search');
  await expect(page.getByRole('button', { name: 'Count search 1 again' })).toBeVisible();
}

/** Puts what the first search found under review. */
export async function collect(page: Page, count: number): Promise<void> {
  await press(page, 'Put under review, search 1');
  await press(page, `Put ${count} under review`);
  await expect(page.getByText(new RegExp(`^${count} messages? put under review`))).toBeVisible();
}

/** Issues the search certificate; returns the file of its PDF. */
export async function certify(page: Page): Promise<string> {
  await press(page, 'Issue the certificate');
  const button = page.getByRole('button', { name: /^Download .*\.pdf$/ });
  await expect(button).toBeVisible({ timeout: 30_000 });
  return downloaded(page, () => button.click());
}

export async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await act();
  return (await download).path();
}
