import { expect } from '@playwright/test';
import { appealed, appealDismissed, deniedWhole } from './life-appealed';
import { closed, recalled, released } from './life-granted-release';
import { advised, asked, reviewed, searched } from './life-granted-review';
import { noRecords } from './life-no-records';
import { test } from './page';
import { nameTheCity } from './request-acts';
import { Stage } from './stage';
import { delivered } from './three-requests';

test.describe.configure({ mode: 'serial', timeout: 150_000 });

let stage: Stage;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  stage = await Stage.open(delivered);
});

test.afterEach(() => stage.clear());

test.afterAll(() => stage.close());

test('an administrator names the city and says whose law counts', async ({ browser }) => {
  await nameTheCity(await stage.as(browser, 'administrator'), 'City of Seawall Point');
});

test.describe('granted in part', () => {
  test('the requester is asked what is meant; no question and no extension moves the clock', ({ browser }) =>
    asked(stage, browser));

  test('an officer searches, collects, certifies, and says what it will cost', ({ browser }) =>
    searched(stage, browser));

  test('an officer releases, marks what is personal, sets aside, and asks counsel about one item', ({
    browser,
  }) => reviewed(stage, browser));

  test('counsel answers, and withholds what counsel keeps back', ({ browser }) => advised(stage, browser));

  test('it is approved, released by two people, and handed over encrypted', ({ browser }) =>
    released(stage, browser));

  test('what was overlooked is recalled, and the right release follows', ({ browser }) =>
    recalled(stage, browser));

  test('the answer is sent, the fee is paid, and it is closed', ({ browser }) => closed(stage, browser));
});

test.describe('denied and appealed', () => {
  test('drafts that counsel has looked at are withheld whole', ({ browser }) => deniedWhole(stage, browser));

  test('the denial is appealed, and the appeal is a request of its own', ({ browser }) =>
    appealed(stage, browser));

  test('the appeal is decided, and the requester is told how', ({ browser }) =>
    appealDismissed(stage, browser));
});

test('no records: the certificate says how it was looked for, and the letter tells the requester', ({
  browser,
}) => noRecords(stage, browser));

test('afterwards the archive is whole', async () => {
  expect(await stage.verified()).toBe('');
});
