import { expect } from '@playwright/test';
import { signedIn } from './cast';
import { inspect, test } from './page';
import { enterRequest } from './request-acts';
import { heading, press } from './signing';

test.describe.configure({ mode: 'serial' });

test.describe('an administrator', () => {
  test.use({ storageState: signedIn('administrator') });

  test('says whose law counts, adds an office and a closed day', async ({ page }) => {
    await page.goto('/settings/calendar');
    await expect(heading(page, 'Law and calendar')).toBeVisible();
    await page.getByLabel('Jurisdiction', { exact: true }).selectOption({ label: 'Connecticut' });
    await page.getByLabel('Population', { exact: true }).fill('121054');
    await press(page, 'Save');
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(page.getByRole('cell', { name: /Good Friday/ })).toBeVisible();
    await page.locator('summary', { hasText: 'Add an office' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Records counter');
    await press(page, 'Add the office');
    await expect(page.getByRole('heading', { name: 'Records counter' })).toBeVisible();
    await page.getByLabel('Day', { exact: true }).fill('2027-01-04');
    await page.getByLabel('Why', { exact: true }).fill('Burst pipe');
    await press(page, 'Add the closed day');
    await expect(page.getByText('Burst pipe')).toBeVisible();
    await inspect(page, 'calendar');
  });
});

test.describe('a records officer', () => {
  test.use({ storageState: signedIn('officer') });

  test('sees the date and how it was counted, and what the law does not know', async ({ page }) => {
    const id = await enterRequest(page, {
      words: 'All e-mail about the seawall, please.',
      name: 'Odile Marchetti',
      email: 'odile@mail.example',
      who: 'Public Works',
      about: 'seawall',
    });
    await page.goto(`/requests/${id}/clock`);
    await expect(page.getByRole('heading', { name: 'Counts as denied after' })).toBeVisible();
    await expect(page.getByText('An extension: not by this law.')).toBeVisible();
    await page.locator('summary', { hasText: 'How this was counted' }).click();
    await expect(page.getByText('Business day 4 of 4')).toBeVisible();
    await inspect(page, 'clock');
    await page.getByRole('radio', { name: /Notice given to those/ }).check();
    await expect(page.getByText('The date would be')).toBeVisible();
    await inspect(page, 'clock-event');
    await press(page, 'Write it down');
    await expect(page.getByText('Business day 10 of 10')).toBeAttached();
    await expect(page.getByRole('heading', { name: 'What happened', exact: true })).toBeVisible();
  });

  test('estimates, logs work, asks for the fee and waives it', async ({ page }) => {
    const id = await enterRequest(page, {
      words: 'Paper copies of all e-mail about the pier.',
      name: 'Aled Price',
      email: 'aled@mail.example',
      who: 'Public Works',
      about: 'pier',
    });
    await page.goto(`/requests/${id}/fees`);
    await page.getByLabel('Hits of the search', { exact: true }).fill('400');
    await page.getByLabel('Looked at', { exact: true }).fill('20');
    await page.getByLabel('Pages of those', { exact: true }).fill('50');
    await page.getByLabel('Minutes to search', { exact: true }).fill('90');
    await page.getByLabel('The requester wants paper', { exact: true }).check();
    await press(page, 'Reckon and keep the estimate');
    await expect(page.getByText('Total $500.00')).toBeVisible();
    await page.getByLabel('What', { exact: true }).selectOption({ label: 'Paper copies (pages)' });
    await page.getByLabel('How much', { exact: true }).fill('40');
    await press(page, 'Write it down');
    await expect(page.getByText('Total $20.00')).toBeVisible();
    await inspect(page, 'fees');
    await press(page, 'Ask for $20.00');
    await expect(page.getByText('the request cannot be closed')).toBeVisible();
    await page
      .getByLabel('How it was paid, or why it is not asked for', { exact: true })
      .fill('In the public interest');
    await inspect(page, 'fees-asked');
    await press(page, 'Waive it');
    await expect(page.getByText(/waived/).first()).toBeVisible();
  });
});
