import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { ready, test } from './page';

const pictures = join(import.meta.dirname, '../../target/screenshots');
const paths = ['/', '/search?q=budget', '/messages/1', '/privilege', '/help', '/help/words', '/health'];

async function settled(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

const nameOf = (path: string) => path.replace(/\?.*/, '').slice(1).replaceAll('/', '-') || 'home';

test.describe('at 200 %', () => {
  test.use({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });

  test('nothing is cut off sideways', async ({ page }) => {
    for (const path of paths) {
      await settled(page, path);
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overhang, path).toBeLessThanOrEqual(0);
      await page.screenshot({ path: join(pictures, `zoomed-${nameOf(path)}.png`), fullPage: true });
    }
  });
});

test('in forced colors the focus, the place in the menu and the bars of the chart can be seen', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await settled(page, '/search?q=budget');
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
  );
  expect(ring).not.toBe('none');
  await page.screenshot({ path: join(pictures, 'forced-colors-search.png'), fullPage: true });
  await settled(page, '/health');
  await page.screenshot({ path: join(pictures, 'forced-colors-health.png'), fullPage: true });
});

test('a message prints as a paper: the city, the purpose and no buttons', async ({ page }) => {
  await settled(page, '/search?q=messageid:agenda@city.example');
  await page.locator('.result__subject a').first().click();
  await expect(page.getByText('minutes of the last one')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.screenshot({ path: join(pictures, 'printed-message.png'), fullPage: true });
});
