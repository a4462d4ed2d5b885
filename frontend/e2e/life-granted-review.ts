import { expect, type Browser, type Page } from '@playwright/test';
import { estimate } from './fee-acts';
import { logIncoming, sendLetter, writeLetter } from './letter-acts';
import { inspect } from './page';
import { picture, readBack } from './papers';
import { certify, collect, enterRequest, saveSearch, step, stepSaying } from './request-acts';
import {
  acceptSuggestions,
  answerAsCounsel,
  decide,
  openItem,
  referToCounsel,
  withhold,
} from './review-acts';
import type { Stage } from './stage';

export const email = 'odile@homemail.example';
const question = 'Do you want the mail about the claims of residents, too?';
export let id = 0;

export async function asked(stage: Stage, browser: Browser): Promise<void> {
  const officer = await stage.as(browser, 'officer');
  id = await enterRequest(officer, {
    words:
      'I ask for all e-mail of Public Works about the seawall at Dock Street, 1 August 2026 until today, on paper.',
    name: 'Odile Marchetti',
    email,
    who: 'inez.carradock@city.example\nrutger.holm@city.example',
    about: 'seawall',
  });
  await stepSaying(officer, id, 'Ask the requester', [/What do you ask/, question]);
  await expect(officer.getByText(/The clock runs on\..*Conn\. Gen\. Stat\. § 1-206\(a\)/)).toBeVisible();
  await officer.goto(`/requests/${id}/clock`);
  await expect(officer.getByText(/An extension: not by this law\..*§ 1-206\(a\)/)).toBeVisible();
  await expect(officer.getByText(/A stop of the clock: not by this law\..*§ 1-206\(a\)/)).toBeVisible();
  await inspect(officer, 'life-1-clock');
  expect(await refusedExtension(officer)).toMatch(/no extension.*Conn\. Gen\. Stat\. § 1-206\(a\)/);
  const counsel = await stage.as(browser, 'counsel');
  const letter = { request: id, number: 1, template: 'Clarification', words: { 'What you ask': question } };
  expect(await writeLetter(officer, counsel, letter, 'life-1-clarification')).toContain(question);
  await sendLetter(officer, stage.relay, 1, email);
  await logIncoming(officer, 'Odile Marchetti', 'Her answer', 'Yes, those as well.');
  await inspect(officer, 'life-1-letters');
}

/** What the server answers to somebody who takes more time without asking the page. */
async function refusedExtension(officer: Page): Promise<string> {
  const { csrfToken } = (await (await officer.request.get('/api/session')).json()) as { csrfToken: string };
  const answer = await officer.request.post(`/api/requests/${id}/clock/events`, {
    headers: { 'X-CSRF-Token': csrfToken, 'Sec-Fetch-Site': 'same-origin' },
    data: { kind: 'extend', on: new Date().toISOString().slice(0, 10), days: 5 },
  });
  expect(answer.ok()).toBe(false);
  return answer.text();
}

export async function searched(stage: Stage, browser: Browser): Promise<void> {
  const officer = await stage.as(browser, 'officer');
  await step(officer, id, 'Begin to search');
  await saveSearch(officer, id, 'seawall', /4 messages/);
  await collect(officer, 5);
  const certificate = await certify(officer);
  picture(certificate, 'life-1-search-certificate');
  const certified = readBack(certificate);
  expect(certified).toContain('Typed seawall');
  expect(certified).toMatch(/4 4 1 0 \d+/);
  const sample = { 'Hits of the search': '4', 'Looked at': '4', 'Pages of those': '5' };
  await estimate(officer, id, sample, '$2.50');
  const counsel = await stage.as(browser, 'counsel');
  const letter = {
    request: id,
    number: 2,
    template: 'Fee estimate',
    words: { 'How to pay': 'Pay at the counter when you fetch the pages; by e-mail they cost nothing.' },
  };
  const read = await writeLetter(officer, counsel, letter, 'life-1-fee-estimate');
  expect(read).toMatch(/Paper copies.*5 pages, at \$0\.50 for each page: \$2\.50/);
  expect(read).toContain('1-212(a)');
  expect(read).not.toContain('prepayment');
  await sendLetter(officer, stage.relay, 2, email);
  await step(officer, id, 'Go to review');
}

export async function reviewed(stage: Stage, browser: Browser): Promise<void> {
  const officer = await stage.as(browser, 'officer');
  await openItem(officer, id, 1, 'Dock Street seawall after the storm');
  await decide(officer, 'Release', /Item 1: release/);
  await openItem(officer, id, 2, 'Re: Dock Street seawall after the storm');
  await referToCounsel(officer, 'May the offer be shown before Council has voted on it?', '2031-12-01');
  await openItem(officer, id, 3, 'My cellar and the seawall');
  expect(await acceptSuggestions(officer)).toBe(4);
  await decide(officer, 'Redact', /Item 3: redact/);
  await openItem(officer, id, 4, 'Autumn walks');
  await decide(officer, 'Not responsive', /Item 4: not responsive/);
  await officer.goto(`/requests/${id}/review/5`);
  await expect(officer.locator('main')).not.toContainText('settle before the season');
}

export async function advised(stage: Stage, browser: Browser): Promise<void> {
  const counsel = await stage.as(browser, 'counsel');
  await counsel.goto('/counsel');
  await expect(counsel.getByText('asks: May the offer be shown')).toBeVisible();
  await counsel.getByRole('link', { name: 'R-2026-0001, item 2' }).click();
  await answerAsCounsel(
    counsel,
    'Not privileged',
    'It is no advice, and the offer was read out at the opening.',
  );
  await counsel.goto('/counsel');
  await counsel.getByRole('link', { name: 'R-2026-0001, item 5' }).click();
  await withhold(counsel, '1-210(b)(10)', 'Attorney-client privilege', 'Counsel’s advice on the exposure');
  const officer = await stage.as(browser, 'officer');
  await openItem(officer, id, 2, 'Re: Dock Street seawall after the storm');
  await expect(officer.getByText('Counsel: not privileged.')).toBeVisible();
  await inspect(officer, 'life-1-counsels-answer');
  await decide(officer, 'Release', /Item 2: release/);
}
