import { expect } from '@playwright/test';
import { signedIn } from './cast';
import { inspect, test } from './page';

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/5sDyRQAAAABJRU5ErkJggg==',
  'base64',
);

test.use({ storageState: signedIn('administrator') });
test.describe.configure({ mode: 'serial' });

test('home tells an administrator what is left to do', async ({ page }) => {
  await page.goto('/home');
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByText('No notice and policy is published')).toBeVisible();
  await expect(page.getByText(/^\d+ readers have no written request on file/)).toBeVisible();
  await inspect(page, 'home-administrator');
});

test('a department is added, changed, and refused with the reason', async ({ page }) => {
  await page.goto('/departments');
  await expect(page.getByText('No department yet')).toBeVisible();
  await inspect(page, 'departments-none');
  const form = page.getByRole('form', { name: 'New department' });
  await form.getByLabel('Name', { exact: true }).fill('Public Works');
  await form.getByLabel('Addresses and domains', { exact: true }).fill('works.city.example\nnobody');
  await form.getByRole('button', { name: 'Add the department' }).click();
  await expect(page.getByRole('alert')).toContainText('“nobody” is neither an address');
  await inspect(page, 'departments-refused');
  await form
    .getByLabel('Addresses and domains', { exact: true })
    .fill('works.city.example\nclerk@city.example');
  await form.getByRole('button', { name: 'Add the department' }).click();
  await expect(page.getByText('everyone at works.city.example')).toBeVisible();
  await page.getByRole('button', { name: 'Change Public Works' }).click();
  const change = page.getByRole('form', { name: 'Public Works' });
  await change.getByLabel('Name', { exact: true }).fill('Streets and Sewers');
  await change.getByRole('button', { name: 'Save the department' }).click();
  await expect(page.getByRole('heading', { name: 'Streets and Sewers' })).toBeVisible();
});

test('somebody is invited, limited to a department, and their paper is put on file', async ({ page }) => {
  await page.goto('/people');
  await page.getByLabel('Name', { exact: true }).fill('Rita Reviewer');
  await page.getByLabel('E-mail address', { exact: true }).fill('rita@city.example');
  await page.getByLabel('Reviewer', { exact: true }).check();
  await page.getByLabel('Streets and Sewers', { exact: true }).check();
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByText('Hand this link over now')).toBeVisible();
  await inspect(page, 'people');
  await page.getByRole('link', { name: 'Rita Reviewer' }).click();
  await expect(page.getByText('Waits for counsel', { exact: true })).toBeVisible();
  await expect(page.getByText('Only that of: Streets and Sewers.')).toBeVisible();
  await expect(page.getByText('None on file.')).toBeVisible();
  const paper = page.getByLabel('Attach a written request', { exact: true });
  await paper.setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: onePixel });
  await page.getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('neither a PDF nor plain text');
  const text = Buffer.from('I certify that Rita Reviewer needs access.');
  await paper.setInputFiles({ name: 'request.txt', mimeType: 'text/plain', buffer: text });
  await page.getByRole('button', { name: 'Attach', exact: true }).click();
  const kept = page.getByRole('link', { name: 'request.txt' });
  await expect(kept).toBeVisible();
  const download = page.waitForEvent('download');
  await kept.click();
  expect((await download).suggestedFilename()).toBe('request.txt');
  await inspect(page, 'person');
  await page.goto('/departments');
  await expect(page.getByRole('link', { name: 'Rita Reviewer' })).toBeVisible();
  await inspect(page, 'departments');
  await page.goto('/grants');
  await expect(page.getByText('Counsel who did not ask for it must confirm it.').first()).toBeVisible();
  await inspect(page, 'grants');
});

test('the city gives its name, its seal and its time zone', async ({ page }) => {
  await page.goto('/settings');
  await page.getByLabel('Name', { exact: true }).fill('City of Harborview');
  await page.getByLabel('Time zone', { exact: true }).selectOption('America/Chicago');
  await page.getByRole('button', { name: 'Save name and time zone' }).click();
  await expect(page.getByRole('banner').getByText('City of Harborview')).toBeVisible();
  const seal = page.getByLabel('A picture of the seal', { exact: true });
  await seal.setInputFiles({ name: 's.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') });
  await expect(page.getByRole('alert')).toContainText('Choose a PNG or JPEG picture');
  await seal.setInputFiles({ name: 's.png', mimeType: 'image/png', buffer: Buffer.alloc(600 * 1024) });
  await expect(page.getByRole('alert')).toContainText('at most 512 KB');
  await inspect(page, 'settings-refused');
  await seal.setInputFiles({ name: 's.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await page.getByRole('button', { name: 'Save the seal' }).click();
  await expect(page.getByRole('alert')).toContainText('This cannot be a setting');
  await seal.setInputFiles({ name: 's.png', mimeType: 'image/png', buffer: onePixel });
  await expect(page.getByText('After you save it')).toBeVisible();
  await page.getByRole('button', { name: 'Save the seal' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await inspect(page, 'settings');
  await page.getByRole('button', { name: 'Take the seal away' }).click();
  await expect(page.getByText('Taken away.')).toBeVisible();
});

test('every page leads to the help on it', async ({ page }) => {
  for (const path of [
    '/',
    '/people',
    '/departments',
    '/grants',
    '/settings',
    '/settings/policy',
    '/health',
  ]) {
    await page.goto(path);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Help' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Help: / })).toBeVisible();
  }
  await inspect(page, 'help-on-health');
  await page.getByRole('link', { name: 'All help' }).click();
  await expect(page.getByRole('link', { name: 'What the words mean' })).toBeVisible();
  await inspect(page, 'help-all');
});

// How one is published and acknowledged is in first-day.spec.ts: here everybody would be asked at once.
test('as long as no policy is published, its page says what that means', async ({ page }) => {
  await page.goto('/settings/policy');
  await expect(page.getByRole('heading', { name: 'No notice and policy is published' })).toBeVisible();
  await inspect(page, 'policy-none');
});
