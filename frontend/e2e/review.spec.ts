import { expect, type Page } from '@playwright/test';
import { signedIn } from './cast';
import { inspect, tabTo, test } from './page';
import { enterRequest, saveSearch } from './request-acts';
import { heading, press } from './signing';

test.use({ storageState: signedIn('officer') });
test.describe.configure({ mode: 'serial' });

const open = (page: Page, subject: string) =>
  page.getByRole('heading', { level: 2, name: subject, exact: true });
const said = (page: Page) => page.locator('p.usa-sr-only[role=status]');
const decision = (page: Page) => page.getByRole('heading', { level: 3, name: /^Decision/ });
let id = 0;

test('what a search found is reviewed by the keyboard alone, and each decision is announced', async ({
  page,
}) => {
  test.setTimeout(180_000);
  id = await enterRequest(page, {
    words: 'All e-mail about the budget and the dredging, please.',
    name: 'Odile Marchetti',
    email: 'odile@homemail.example',
    who: 'ana.rivera@city.example',
    about: 'budget, dredging',
  });
  await page.goto(`/requests/${id}/review`);
  await expect(page.getByText('Nothing to review yet')).toBeVisible();
  await inspect(page, 'review-empty');
  await saveSearch(page, id, 'budget OR dredging', /\d messages/);
  await press(page, 'Put under review, search 1');
  await page.getByRole('button', { name: /^Put \d+ under review$/ }).click();
  await expect(page.getByText(/messages? put under review/).first()).toBeVisible();
  await page.goto(`/requests/${id}/review`);
  await expect(page.getByText(/0 of \d+ items decided/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sewer bond budget for 2027', exact: true })).toBeVisible();
  await page.keyboard.press('j');
  const first = open(page, 'Sewer bond budget for 2027');
  await expect(first).toBeFocused();
  await inspect(page, 'review-item');
  await page.keyboard.press('2');
  await expect(said(page)).toHaveText('Item 1: release.');
  await expect(first).toHaveCount(0);
  await page.keyboard.press('k');
  await expect(first).toBeFocused();
  await expect(decision(page)).toContainText('Release');
  await page.keyboard.press('u');
  await expect(said(page)).toHaveText('Item 1: the last act is undone.');
  await expect(decision(page)).toContainText('Undecided');
});

test('words are marked without a mouse, drafts are boxes in the preview, and redacting makes them final', async ({
  page,
}) => {
  await page.goto(`/requests/${id}/review/1`);
  await expect(open(page, 'Sewer bond budget for 2027')).toBeFocused();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Mark text to withhold' });
  await tabTo(page, dialog.getByLabel('Words to mark wherever they stand in this item', { exact: true }));
  await page.keyboard.type('harbor street');
  await expect(dialog.getByText('1 place to mark:')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Exemption' }).selectOption({ index: 2 });
  await inspect(page, 'review-mark');
  await dialog.getByRole('button', { name: 'Mark it' }).click();
  await expect(page.getByRole('heading', { name: 'Marks (1)' })).toBeVisible();
  await expect(page.locator('mark.review-mark--draft')).toHaveText('Harbor Street');
  await page.keyboard.press('p');
  const preview = page.getByRole('region', { name: 'What the requester will see' });
  await expect(preview).toContainText('The estimate for');
  await expect(preview).not.toContainText('Harbor Street');
  await inspect(page, 'review-preview');
  await page.keyboard.press('3');
  await expect(said(page)).toHaveText('Item 1: redact.');
  await page.keyboard.press('k');
  await expect(page.locator('mark.review-mark')).toHaveText('Harbor Street');
  await expect(page.locator('mark.review-mark--draft')).toHaveCount(0);
});

test('text selected with the mouse is what is marked, and the same text elsewhere is offered', async ({
  page,
}) => {
  await page.goto(`/requests/${id}/review/1`);
  await expect(open(page, 'Sewer bond budget for 2027')).toBeFocused();
  await page
    .locator('[data-part=from] [data-from]')
    .first()
    .dblclick({ position: { x: 8, y: 8 } });
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Mark text to withhold' });
  await expect(dialog.getByText('1 place to mark:')).toBeVisible();
  await expect(dialog.locator('.review-chosen')).toContainText('Ana');
  await dialog.getByRole('combobox', { name: 'Exemption' }).selectOption({ index: 2 });
  await dialog.getByRole('button', { name: 'Mark it' }).click();
  await page.getByRole('button', { name: 'Same text elsewhere as mark 2' }).click();
  const elsewhere = page.getByRole('dialog', { name: 'The same text elsewhere in this request' });
  await expect(elsewhere.getByText(/Looked through/)).toBeVisible();
  await expect(elsewhere.getByRole('listitem').first()).toBeVisible();
  await inspect(page, 'review-elsewhere');
  await elsewhere.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Take away mark 2' }).click();
  await expect(page.getByRole('heading', { name: 'Marks (1)' })).toBeVisible();
});

test('withholding asks for its ground; a question goes to counsel, who answers and gives it back', async ({
  page,
  browser,
}) => {
  await page.goto(`/requests/${id}/review/2`);
  await expect(decision(page)).toContainText('Undecided');
  await page.keyboard.press('4');
  const withhold = page.getByRole('form', { name: 'Withhold the whole item' });
  await withhold.getByRole('combobox', { name: 'Exemption' }).selectOption({ index: 1 });
  await withhold.getByLabel(/What it is here/).fill('A draft.');
  await inspect(page, 'review-withhold');
  await withhold.getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('5');
  const refer = page.getByRole('form', { name: 'Refer to counsel' });
  await refer.getByLabel('Question to counsel', { exact: true }).fill('Is this advice?');
  await refer.getByLabel('Answer needed by', { exact: true }).fill('2031-12-01');
  await refer.getByRole('button', { name: 'Refer to counsel' }).click();
  await expect(said(page)).toHaveText('Item 2: with counsel.');
  const context = await browser.newContext({ storageState: signedIn('counsel'), ignoreHTTPSErrors: true });
  const counsel = await context.newPage();
  await counsel.goto('/counsel');
  await expect(heading(counsel, 'Counsel’s queue')).toBeVisible();
  await expect(counsel.getByText('asks: Is this advice?')).toBeVisible();
  await inspect(counsel, 'counsel-queue');
  await counsel.goto(`/requests/${id}/review/2`);
  await counsel.getByRole('radio', { name: 'Not privileged' }).check();
  await counsel.getByLabel('Answer', { exact: true }).fill('No, it is a plain reply.');
  await press(counsel, 'Answer and give back');
  await expect(said(counsel)).toHaveText('Item 2: answered and given back.');
  await inspect(counsel, 'review-counsel');
  await context.close();
  await page.goto(`/requests/${id}/review/2`);
  await expect(page.getByText('Counsel: not privileged.')).toBeVisible();
  await expect(decision(page)).toContainText('Undecided');
});

test('what counsel keeps back is a number to the officer, and a file that is not mail comes in whole', async ({
  page,
}) => {
  await page.goto(`/requests/${id}/review?show=KEPT_BACK`);
  await expect(page.getByText('Kept back by counsel', { exact: true }).last()).toBeVisible();
  await expect(page.getByText('Advice on the dredging contract')).toHaveCount(0);
  await page.getByText('Add a file that is not mail').click();
  await page
    .getByLabel(/A scan or a document/)
    .setInputFiles({ name: 'plan.tif', mimeType: 'image/tiff', buffer: Buffer.from('II*') });
  await press(page, 'Add the file');
  await expect(page.getByText(/Added as item \d+/)).toBeVisible();
  await page.goto(`/requests/${id}/review?show=FILES`);
  await page.getByRole('link', { name: 'plan.tif' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download plan.tif' }).click();
  expect((await download).suggestedFilename()).toBe('plan.tif');
  await expect(page.getByRole('button', { name: 'Redact' })).toHaveCount(0);
  await inspect(page, 'review-file');
});
