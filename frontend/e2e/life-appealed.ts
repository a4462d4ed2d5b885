import { expect, type Browser } from '@playwright/test';
import { logIncoming, sendLetter, writeLetter } from './letter-acts';
import { inspect } from './page';
import { close, collect, enterRequest, saveSearch, step } from './request-acts';
import { openItem, withhold } from './review-acts';
import { press } from './signing';
import type { Stage } from './stage';

const email = 'bram@homemail.example';
const decision = 'Docket FIC 2026-0311: the appeal is dismissed. The two drafts are preliminary notes.';
let id = 0;
let appeal = 0;

export async function deniedWhole(stage: Stage, browser: Browser): Promise<void> {
  const officer = await stage.as(browser, 'officer');
  id = await enterRequest(officer, {
    words: 'Everything Mr. Holm wrote about the harbor master since September.',
    name: 'Bram Oakhollow',
    email,
    who: 'rutger.holm@city.example',
    about: 'harbor master',
  });
  await step(officer, id, 'Begin to search');
  await saveSearch(officer, id, '"harbor master"', /2 messages/);
  await collect(officer, 2);
  for (const [number, subject] of [
    [1, 'Draft: harbor master'],
    [2, 'Draft: harbor master, again'],
  ] as const) {
    await openItem(officer, id, number, subject);
    await withhold(officer, '1-210(b)(1)', '', 'Notes before any decision');
  }
  await expect(officer.getByText('2 of 2 items decided')).toBeVisible();
  const counsel = await stage.as(browser, 'counsel');
  const reasons = 'Both are notes that were written before any decision.';
  const letter = { request: id, number: 1, template: 'Denial', words: { Reasons: reasons } };
  const read = await writeLetter(officer, counsel, letter, 'life-2-denial');
  expect(read).toContain('We must deny it.');
  expect(read).toContain('1-210(b)(1)');
  expect(read).toContain(reasons);
  await sendLetter(officer, stage.relay, 1, email);
  await close(officer, id, 'Denied', 'Both are preliminary notes.');
}

export async function appealed(stage: Stage, browser: Browser): Promise<void> {
  const officer = await stage.as(browser, 'officer');
  await step(officer, id, 'Enter an appeal…');
  await officer
    .getByLabel(/in the requester’s own words/)
    .fill('I appeal: nothing says that these are notes.');
  await officer.getByLabel('Name', { exact: true }).fill('Bram Oakhollow');
  await officer.getByLabel('E-mail address', { exact: true }).fill(email);
  await press(officer, 'Save the appeal');
  await officer.waitForURL(/\/requests\/\d+$/);
  appeal = Number(/\/requests\/(\d+)/.exec(officer.url())?.[1]);
  await expect(officer.getByText(/appeal against R-2026-0002/).first()).toBeVisible();
  await inspect(officer, 'life-2-appeal');
  const counsel = await stage.as(browser, 'counsel');
  const who = 'The Freedom of Information Commission decides it; it will write to you about a hearing.';
  const letter = {
    request: appeal,
    number: 1,
    template: 'Appeal received',
    words: { 'Who decides, and what happens next': who },
  };
  const read = await writeLetter(officer, counsel, letter, 'life-2-appeal-received');
  expect(read).toContain('It is about our answer to your request R-2026-0002.');
  expect(read).toContain(who);
  await sendLetter(officer, stage.relay, 1, email);
}

export async function appealDismissed(stage: Stage, browser: Browser): Promise<void> {
  const officer = await stage.as(browser, 'officer');
  await officer.goto(`/requests/${appeal}/letters`);
  await logIncoming(officer, 'Freedom of Information Commission', 'Its final decision', decision);
  await close(officer, appeal, 'Denied', 'Dismissed by the Commission.');
  const counsel = await stage.as(browser, 'counsel');
  const letter = {
    request: appeal,
    number: 2,
    template: 'Appeal decided',
    words: {
      'What was decided': `The Freedom of Information Commission has decided. ${decision}`,
      'What follows from it': 'You may ask the Superior Court to look at this decision.',
    },
  };
  const read = await writeLetter(officer, counsel, letter, 'life-2-appeal-decided');
  expect(read).toContain(decision);
  expect(read).toContain('Outcome denied');
  expect(read).toContain('Superior Court');
  await sendLetter(officer, stage.relay, 2, email);
  await officer.goto(`/requests/${appeal}`);
  await inspect(officer, 'life-2-appeal-decided');
}
