import { expect } from '@playwright/test';
import { hostileNames } from './hostile';
import { test, trapped } from './page';

for (const name of hostileNames) {
  test(`the hostile page "${name}" runs nothing, asks nobody and leads nowhere`, async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent(`messageid:${name}@hostile.example`)}`);
    await page.locator('.result__subject a').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Trap ${name} <script>`);
    await page.getByRole('tab', { name: 'HTML' }).click();
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('body')).toContainText('Hostile:');
    const links = frame.locator('.link');
    for (let at = 0; at < (await links.count()); at++) await links.nth(at).click({ force: true });
    await page.waitForTimeout(1000);
    await expect(
      frame.locator(
        'script, form, input, button, iframe, object, embed, video, svg, base, meta[http-equiv], [href]',
      ),
    ).toHaveCount(0);
    expect(await page.title()).toContain('Trap');
    expect(page.url()).toContain('/messages/');
    expect(page.context().pages()).toHaveLength(1);
    // What it looks like is what it is: the character that turns the writing round is made visible.
    await expect(page.getByText('invoice\uFFFDgvs.exe').first()).toBeVisible();
    expect(await trapped()).toEqual([]);
  });

  test(`the frame of "${name}" is harmless even opened alone`, async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent(`messageid:${name}@hostile.example`)}`);
    await page.locator('.result__subject a').first().click();
    await expect(page).toHaveURL(/messages\/\d+/);
    const number = /messages\/(\d+)/.exec(page.url())?.[1] ?? '';
    const answer = await page.goto(`/api/messages/${number}/html`);
    expect(answer?.headers()['content-security-policy']).toMatch(/default-src 'none'.*; sandbox$/);
    expect(answer?.headers()['cache-control']).toContain('no-store');
    await page.waitForTimeout(500);
    expect(await trapped()).toEqual([]);
  });
}
