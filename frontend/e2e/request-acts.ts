import { expect, type Page } from '@playwright/test';
import { heading, press } from './signing';

/** Gives the city its name and says whose law counts, as an administrator. */
export async function nameTheCity(page: Page, name: string): Promise<void> {
  await page.goto('/settings');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await press(page, 'Save name and time zone');
  await expect(page.getByRole('banner').getByText(name)).toBeVisible();
  await page.goto('/settings/calendar');
  await page.getByLabel('Jurisdiction', { exact: true }).selectOption('us-ct');
  await press(page, 'Save');
  await expect(page.getByText('Saved.')).toBeVisible();
}

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
  await page.getByLabel('The request, in the requester’s own words', { exact: true }).fill(letter.words);
  await page.getByLabel('Name', { exact: true }).fill(letter.name);
  await page.getByLabel('E-mail address', { exact: true }).fill(letter.email);
  await page.getByLabel('Postal address', { exact: true }).fill('7 Alder Street\nHarbor Falls, CT 06000');
  await page.getByLabel('Whose mail', { exact: true }).fill(letter.who);
  await page.getByLabel('About what', { exact: true }).fill(letter.about);
  await press(page, 'Save the request');
  await page.waitForURL(/\/requests\/\d+$/);
  return Number(/\/requests\/(\d+)/.exec(page.url())?.[1]);
}

/** Tries a search on a request, sees its exact count, and saves it. */
export async function saveSearch(page: Page, id: number, query: string, finds: RegExp): Promise<void> {
  await page.goto(`/requests/${id}/searches`);
  await page.getByLabel('Search for', { exact: true }).fill(query);
  await press(page, 'Try the search');
  await expect(page.getByRole('heading', { name: 'What it finds' })).toBeVisible();
  await expect(page.locator('.collection__tried')).toContainText(finds);
  await page.getByLabel('Name', { exact: true }).fill('As the letter asks');
  await page
    .getByLabel('What it is for', { exact: true })
    .fill('Finds what the letter asks for, and more rather than less');
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

/** Takes a step of a request on its overview. */
export async function step(page: Page, id: number, button: string): Promise<void> {
  await page.goto(`/requests/${id}`);
  await press(page, button);
}

/** Takes a step that wants words with it. */
export async function stepSaying(
  page: Page,
  id: number,
  button: string,
  [label, words]: readonly [label: RegExp, words: string],
): Promise<void> {
  await step(page, id, `${button}…`);
  await page.getByLabel(label).fill(words);
  await press(page, button);
}

/** Asks any approver for approval, as the officer; `what` is all that the approver reads. */
export async function askApproval(page: Page, id: number, what: string): Promise<void> {
  await step(page, id, 'Ask for approval…');
  await page.getByLabel('What is to be approved', { exact: true }).fill(what);
  await press(page, 'Ask for approval');
  await expect(page.getByText('Waiting for an answer')).toBeVisible();
}

/** Closes a request with a determination. */
export async function close(page: Page, id: number, determination: string, why: string): Promise<void> {
  await step(page, id, 'Close the request…');
  await page.getByLabel('How does it end?', { exact: true }).selectOption({ label: determination });
  await page.getByLabel('Explanation, for the file', { exact: true }).fill(why);
  await press(page, 'Close the request');
  await expect(page.locator('.status-mark').first()).toHaveText(new RegExp(`^Closed: ${determination}`, 'i'));
}
