import { expect, type Browser } from '@playwright/test';
import { sendLetter, writeLetter } from './letter-acts';
import { inspect } from './page';
import { picture, readBack } from './papers';
import { certify, close, enterRequest, saveSearch, step } from './request-acts';
import type { Stage } from './stage';

const email = 'cordelia@lantern.example';

export async function noRecords(stage: Stage, browser: Browser): Promise<void> {
  const officer = await stage.as(browser, 'officer');
  const counsel = await stage.as(browser, 'counsel');
  const id = await enterRequest(officer, {
    words: 'All letters about the sea serpent seen off Canal Street.',
    name: 'Cordelia Vexley',
    email,
    who: '',
    about: 'sea serpent',
  });
  const first = {
    request: id,
    number: 1,
    template: 'Acknowledgement',
    words: { 'Anything else to say': 'We look through all mail of the city.' },
  };
  const acknowledged = await writeLetter(officer, counsel, first, 'life-3-acknowledgement');
  expect(acknowledged).toContain('within four business days of your request');
  await sendLetter(officer, stage.relay, 1, email);
  await step(officer, id, 'Begin to search');
  await saveSearch(officer, id, 'serpent', /Messages0Kept/);
  const certificate = await certify(officer);
  picture(certificate, 'life-3-search-certificate');
  expect(readBack(certificate)).toContain('Typed serpent');
  const second = {
    request: id,
    number: 2,
    template: 'No records',
    words: { 'What was searched': 'All mail the archive holds, for the word serpent.' },
  };
  const answer = await writeLetter(officer, counsel, second, 'life-3-no-records');
  expect(answer).toContain('found none');
  expect(answer).toContain('All mail the archive holds, for the word serpent.');
  await sendLetter(officer, stage.relay, 2, email);
  await inspect(officer, 'life-3-letters');
  await close(officer, id, 'No records', 'Nothing was found.');
  await inspect(officer, 'life-3-closed');
}
