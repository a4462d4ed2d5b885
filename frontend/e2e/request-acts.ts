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

/** Takes a step of a request on its overview. */
export async function step(page: Page, id: number, button: string): Promise<void> {
  await page.goto(`/requests/${id}`);
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

/** Prepares all of a review for release, and waits until every page was read back. */
export async function prepare(page: Page, id: number): Promise<void> {
  await page.goto(`/requests/${id}/release`);
  await press(page, 'Prepare the release');
  await expect(page.getByRole('heading', { name: /waits for a second person$/ })).toBeVisible({
    timeout: 60_000,
  });
}

/** Finalises what another prepared, as counsel who confirms the law it rests on. */
export async function finalise(page: Page, id: number): Promise<void> {
  await page.goto(`/requests/${id}/release`);
  const all = page.getByRole('button', { name: 'Confirm all of them' });
  await expect(page.getByRole('heading', { name: 'Finalise it' })).toBeVisible();
  if (await all.isVisible()) await all.click();
  await page.getByText('I have looked at the pages and the list above').click();
  await press(page, 'Finalise part 1');
  await expect(page.getByRole('heading', { name: 'Releases so far' })).toBeVisible({ timeout: 30_000 });
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

/** Writes a letter from its template, has counsel confirm the law's words in it, and issues it; returns its PDF. */
export async function writeLetter(
  officer: Page,
  counsel: Page,
  id: number,
  template: string,
  words: readonly [label: string, text: string],
): Promise<string> {
  await officer.goto(`/requests/${id}/letters`);
  await press(officer, template);
  await expect(officer.getByRole('heading', { name: 'Write the letter' })).toBeVisible();
  await officer.getByLabel(words[0]).fill(words[1]);
  await press(officer, 'Save the draft');
  await expect(officer.getByText('Saved. The letter beside shows it.')).toBeVisible();
  await counsel.goto(officer.url());
  await expect(counsel.getByRole('heading', { name: 'Issue it' })).toBeVisible();
  const confirm = counsel.getByRole('button', { name: 'I have compared them with the law' });
  if (await confirm.isVisible()) {
    await confirm.click();
    await expect(confirm).toHaveCount(0);
  }
  await officer.reload();
  await press(officer, 'Issue the letter');
  const pdf = officer.getByRole('button', { name: 'Letter 1 as PDF' });
  await expect(pdf).toBeVisible({ timeout: 30_000 });
  return downloaded(officer, () => pdf.click());
}
