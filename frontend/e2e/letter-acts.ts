import { expect, type Page } from '@playwright/test';
import { picture, readBack } from './papers';
import { downloaded } from './request-acts';
import { press } from './signing';
import type { Relay } from './smtp';

/** A letter as an officer writes it from its template. */
export interface Written {
  readonly request: number;
  /** The number it gets. */
  readonly number: number;
  readonly template: string;
  /** What the officer writes, by the name of the field. */
  readonly words: Readonly<Record<string, string>>;
}

/** Writes a letter, has counsel confirm the law's words in it, and issues it; returns what a reader of its PDF reads. */
export async function writeLetter(
  officer: Page,
  counsel: Page,
  { request, number, template, words }: Written,
  name: string,
): Promise<string> {
  await officer.goto(`/requests/${request}/letters`);
  await press(officer, template);
  await expect(officer.getByRole('heading', { name: 'Write the letter' })).toBeVisible();
  for (const [label, text] of Object.entries(words)) await officer.getByLabel(label).fill(text);
  await press(officer, 'Save the draft');
  await expect(officer.getByText('Saved. The letter beside shows it.')).toBeVisible();
  if (await officer.getByText('Counsel has to confirm the words of the law').isVisible()) {
    await confirmWords(counsel, officer.url());
    await officer.reload();
  }
  await press(officer, 'Issue the letter');
  const pdf = officer.getByRole('button', { name: `Letter ${number} as PDF` });
  await expect(pdf).toBeVisible({ timeout: 30_000 });
  const file = await downloaded(officer, () => pdf.click());
  picture(file, name);
  return readBack(file);
}

async function confirmWords(counsel: Page, draft: string): Promise<void> {
  await counsel.goto(draft);
  const confirm = counsel.getByRole('button', { name: 'I have compared them with the law' });
  await confirm.click();
  await expect(confirm).toHaveCount(0);
}

/** Mails an issued letter from the letters' page, and sees it reach the relay for the requester alone. */
export async function sendLetter(officer: Page, relay: Relay, number: number, email: string): Promise<void> {
  const before = relay.letters.length;
  await press(officer, `Send to ${email}, letter ${number}`);
  await expect.poll(() => relay.letters.slice(before).flatMap(({ to }) => to)).toEqual([email]);
  await expect(officer.getByText(/^By e-mail on/)).toHaveCount(number);
}

/** Writes down what came in about a request, on the letters' page. */
export async function logIncoming(officer: Page, from: string, about: string, words: string): Promise<void> {
  await press(officer, 'Log what came in');
  const form = officer.getByRole('form', { name: 'What came in' });
  await form.getByLabel('From (optional)', { exact: true }).fill(from);
  await form.getByLabel('What it is about', { exact: true }).fill(about);
  await form.getByLabel('What it says (optional)', { exact: true }).fill(words);
  await form.getByRole('button', { name: 'Log it' }).click();
  await expect(officer.getByRole('heading', { level: 3, name: about })).toBeVisible();
}
