import { expect } from '@playwright/test';
import { signedIn } from './cast';
import { inspect, test } from './page';
import { heading } from './signing';

test.describe('counsel', () => {
  test('counsel verifies a row of the law, and takes the word back with a reason', async ({ page }) => {
    await page.goto('/law?in=us-ct');
    await expect(heading(page, 'The law')).toBeVisible();
    await inspect(page, 'law');
    const row = page.getByRole('article', { name: /^Pending claims or litigation/ });
    await expect(row).toContainText('Read in a source');
    await expect(row).toContainText('Conn. Gen. Stat. § 1-210(b)(4)');
    const verify = row.getByRole('button', { name: 'I verify this row' });
    // A page that still moves may take a press for none.
    await expect(async () => {
      if (!(await verify.isVisible())) await row.locator('summary', { hasText: 'Verify this row' }).click();
      await expect(verify).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await inspect(page, 'law-verify');
    await verify.click();
    await expect(row).toContainText(/Verified by .+ on/);
    await page.reload();
    await expect(row).toContainText(/Verified by .+ on/);
    await page.getByRole('link', { name: /^Not yet verified/ }).click();
    await expect(row).toHaveCount(0);
    await page.getByRole('link', { name: /^All \(/ }).click();
    await row.locator('summary', { hasText: 'Withdraw the verification' }).click();
    await row.getByLabel('Why (it is written down)', { exact: true }).fill('The act was amended');
    await row.getByRole('button', { name: 'Withdraw it' }).click();
    await expect(row).toContainText('Read in a source');
    await row.locator('summary', { hasText: 'Earlier words on it (1)' }).click();
    await expect(row).toContainText('The act was amended');
  });

  test('a row that was never read says so, and one not in force cannot pass for law', async ({ page }) => {
    await page.goto('/law?in=us-co');
    await expect(page.getByRole('article', { name: /Sexual harassment/ })).toContainText('General knowledge');
    await expect(page.getByRole('article', { name: /repealed 1996/ })).toContainText('Not in force');
    await page.getByRole('link', { name: /^Time to answer/ }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Time to answer' })).toBeVisible();
    await inspect(page, 'law-clock');
  });
});

test.describe('a records officer', () => {
  test.use({ storageState: signedIn('officer') });

  test('reads the law and verifies nothing', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'The law', exact: true }).click();
    await expect(heading(page, 'The law')).toBeVisible();
    await expect(page.getByRole('article').first()).toBeVisible();
    await expect(page.getByText('Verify this row')).toHaveCount(0);
    await page.getByRole('link', { name: 'Wisconsin' }).click();
    await expect(page.getByRole('article', { name: /Balancing test of the common law/ })).toBeVisible();
  });
});
