import { expect, type Browser, type Page } from '@playwright/test';
import { askForPages, paid } from './fee-acts';
import { sendLetter, writeLetter } from './letter-acts';
import { email, id } from './life-granted-review';
import { inspect } from './page';
import { holdsNothingOf, picture } from './papers';
import { fetched, finalise, handOver, prepare, recall } from './release-acts';
import { askApproval, close, step } from './request-acts';
import { decide, mark, openItem } from './review-acts';
import { heading, press } from './signing';
import type { Stage } from './stage';
import { seawall } from './three-requests';

let link = '';

export async function released(stage: Stage, browser: Browser): Promise<void> {
  const [shownLink, passphrase] = await twoRelease(stage, browser, 1);
  link = shownLink;
  const requester = await stage.stranger(browser);
  await requester.goto(link);
  await expect(heading(requester, 'Released records')).toBeVisible();
  await inspect(requester, 'life-1-package');
  const read = await lookedAt(requester, passphrase, 1, seawall.withheld);
  for (const sentence of seawall.shown) expect(read).toContain(sentence);
  expect(read).toContain('1-210(b)(2)');
  expect(read).toContain(seawall.overlooked);
}

export async function recalled(stage: Stage, browser: Browser): Promise<void> {
  const officer = await stage.as(browser, 'officer');
  await recall(officer, id, 1, 'Item 3 says what a resident’s husband is ill with.');
  await inspect(officer, 'life-1-recalled');
  const requester = await stage.stranger(browser);
  await requester.goto(link);
  await expect(requester.getByRole('alert')).toBeVisible();
  await inspect(requester, 'life-1-link-ended');
  const counsel = await stage.as(browser, 'counsel');
  const letter = {
    request: id,
    number: 3,
    template: 'Recall notice',
    words: { 'What was sent by mistake': 'The message of September 3, 2026, numbered R-2026-0001-000003.' },
  };
  const notice = await writeLetter(officer, counsel, letter, 'life-1-recall-notice');
  expect(notice).toContain('Delete your copies, return those on paper');
  expect(notice).not.toContain('dialysis');
  await sendLetter(officer, stage.relay, 3, email);
  await openItem(officer, id, 3, 'My cellar and the seawall');
  await mark(officer, seawall.overlooked, '1-210(b)(2)');
  await decide(officer, 'Redact', /Item 3: redact/);
  const [secondLink, passphrase] = await twoRelease(stage, browser, 2);
  await requester.goto(secondLink);
  await expect(heading(requester, 'Released records')).toBeVisible();
  const read = await lookedAt(requester, passphrase, 2, [...seawall.withheld, seawall.overlooked]);
  for (const sentence of seawall.shown) expect(read).toContain(sentence);
}

export async function closed(stage: Stage, browser: Browser): Promise<void> {
  const officer = await stage.as(browser, 'officer');
  const counsel = await stage.as(browser, 'counsel');
  const letter = {
    request: id,
    number: 4,
    template: 'Granted in part',
    words: { Reasons: 'What is withheld would say where somebody lives, or what counsel advised.' },
  };
  const answer = await writeLetter(officer, counsel, letter, 'life-1-granted-in-part');
  expect(answer).toContain('We grant it in part.');
  expect(answer).toContain('1-210(b)(10)');
  expect(answer).toContain('Freedom of Information Commission');
  await sendLetter(officer, stage.relay, 4, email);
  await askForPages(officer, id, '5', '$2.50');
  await step(officer, id, 'Close the request…');
  await expect(officer.locator('.in-the-way')).toContainText('$2.50');
  await inspect(officer, 'life-1-unpaid');
  await paid(officer, id, 'In cash at the counter');
  await inspect(officer, 'life-1-fees');
  await close(officer, id, 'Granted in part', 'Released with redactions; counsel’s advice withheld.');
}

/** Has a part approved, prepared by one person, finalised by another, and handed over. */
async function twoRelease(
  stage: Stage,
  browser: Browser,
  part: number,
): Promise<readonly [link: string, passphrase: string]> {
  const officer = await stage.as(browser, 'officer');
  await askApproval(officer, id, `Part ${part}: three messages, one of them redacted; one withheld`);
  const approver = await stage.as(browser, 'approver');
  await approver.goto(`/requests/${id}`);
  await press(approver, 'Approve');
  await expect(approver.getByText(/^Approved by Pia Approver/)).toHaveCount(part);
  await prepare(officer, id);
  const counsel = await stage.as(browser, 'counsel');
  if (part === 1) {
    await counsel.goto(`/requests/${id}/release`);
    await inspect(counsel, 'life-1-release-prepared');
  }
  await finalise(counsel, id, part);
  return handOver(officer, id);
}

/** Reads a package as its requester does, looks for what must not be in it, and leaves pictures. */
async function lookedAt(
  requester: Page,
  passphrase: string,
  part: number,
  withheld: readonly string[],
): Promise<string> {
  const pdfs = await fetched(requester, passphrase);
  for (const [name, pdf, text] of pdfs) {
    for (const term of withheld) expect(text).not.toContain(term);
    if (name.startsWith('R-2026-0001-0')) holdsNothingOf(pdf, withheld);
    picture(pdf, `life-1-part-${part}-${name.replace('.pdf', '')}`);
  }
  return pdfs.map(([, , text]) => text).join('\n');
}
