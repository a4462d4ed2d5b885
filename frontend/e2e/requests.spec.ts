import { expect } from '@playwright/test';
import { signedIn } from './cast';
import { inspect, test } from './page';
import { enterRequest } from './request-acts';
import { heading, press } from './signing';

test.describe.configure({ mode: 'serial' });

let id = 0;

test.describe('a records officer', () => {
  test.use({ storageState: signedIn('officer') });

  test('enters a request and is led through its steps', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('/requests/new');
    await expect(heading(page, 'Enter a request')).toBeVisible();
    await inspect(page, 'requests-new');
    id = await enterRequest(page, {
      words: 'All e-mail of the finance office about the sewer bond, this year, please.',
      name: 'Clement Ashgrove',
      email: 'clement@mail.example',
      who: 'finance.city.example',
      about: 'sewer bond',
    });
    const next = page.getByRole('region', { name: 'What to do next' });
    await expect(next).toContainText('Read what was asked');
    await expect(page.getByRole('region', { name: 'What it preserves' })).toContainText('No day yet');
    await inspect(page, 'requests-overview');
    await page.getByText('Add a task').click();
    await page
      .getByLabel('What is to be done', { exact: true })
      .fill('Ask Finance for the bond counsel’s letter');
    await press(page, 'Add the task');
    await page.getByLabel('Add a note', { exact: true }).fill('Called the requester.');
    await press(page, 'Add the note');
    await expect(page.getByText('Called the requester.', { exact: true })).toBeVisible();
    await press(page, 'Ask the requester…');
    await page.getByLabel(/What do you ask/).fill('Which years do you mean?');
    await press(page, 'Ask the requester');
    await expect(next).toContainText('Wait for the requester’s answer');
    await expect(page.getByText(/The clock runs on\..*1-206/)).toBeVisible();
    await press(page, 'Begin to search');
    await expect(next).toContainText('put what you find under review');
  });

  test('is told what stands in the way of closing', async ({ page }) => {
    await page.goto(`/requests/${id}`);
    await press(page, 'Close the request…');
    await expect(page.getByText(/The task “Ask Finance.*is open/)).toBeVisible();
    await inspect(page, 'requests-closing');
    await page.getByRole('button', { name: 'Close the request', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('cannot be closed yet');
    await press(page, 'Cancel');
    const task = page.getByRole('checkbox', { name: /Ask Finance/ });
    await task.click();
    await expect(task).toBeChecked();
    await press(page, 'Go to review');
    await press(page, 'Ask for approval…');
    await page.getByLabel('What is to be approved', { exact: true }).fill('No record is to be released.');
    await press(page, 'Ask for approval');
    await expect(page.getByText('Waiting for an answer')).toBeVisible();
  });

  test('finds it on the board', async ({ page }) => {
    await page.goto('/requests');
    await expect(page.getByRole('link', { name: /R-\d{4}-\d{4}/ }).first()).toBeVisible();
    await inspect(page, 'requests-board');
  });
});

test.describe('an approver', () => {
  test.use({ storageState: signedIn('approver') });

  test('is led from home to the question, and answers it without seeing mail', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Approve or refuse' }).first().click();
    await expect(page.getByRole('region', { name: 'Approval' })).toContainText(
      'No record is to be released.',
    );
    await expect(page.getByRole('link', { name: 'Review', exact: true })).toHaveCount(0);
    await inspect(page, 'requests-approver');
    await press(page, 'Approve');
    await expect(page.getByText(/Approved by Pia Approver/)).toBeVisible();
  });
});

test.describe('a reviewer', () => {
  test.use({ storageState: signedIn('reviewer') });

  test('sees no request that is not assigned', async ({ page }) => {
    await page.goto(`/requests/${id}`);
    await expect(heading(page, 'There is no such request')).toBeVisible();
    await page.goto('/requests');
    await expect(page.getByText(/No request is yours to see yet/)).toBeVisible();
  });
});

test.describe('an auditor', () => {
  test.use({ storageState: signedIn('auditor') });

  test('has no board', async ({ page }) => {
    await page.goto('/requests');
    await expect(page.getByText('This page is not yours')).toBeVisible();
    await inspect(page, 'requests-not-yours');
  });
});
