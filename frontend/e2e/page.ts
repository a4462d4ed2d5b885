import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';

const widths = [320, 768, 1280];
const pictures = join(import.meta.dirname, '../../target/screenshots');

/** The addresses asked of the server that no page may ever ask. */
export const trapped = async () =>
  (await (await fetch(`${process.env.MUNIMENT_TRAP ?? ''}/count`)).json()) as string[];

/** Every test fails if its page asks anyone but the archive, breaks its own policy or logs an error. */
export const test = base.extend<{ watched: undefined }>({
  watched: [
    async ({ page, baseURL }, provide) => {
      const strangers: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => {
        const address = request.url();
        if (!address.startsWith(`${baseURL ?? ''}/`) && !address.startsWith('data:')) strangers.push(address);
      });
      page.on('console', (message) => {
        const isExpected = message.text().includes('Failed to load resource');
        if (message.type() === 'error' && !isExpected) errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      await provide(undefined);
      expect(strangers).toEqual([]);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** Presses Tab, or another key, until something has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, goal: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    if (await goal.evaluate((element) => element === document.activeElement).catch(() => false)) return;
  }
  throw new Error('the keyboard does not get there');
}

/** Waits until a page shows what it came for: its heading, and nothing that says it is still waiting. */
export async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('.waiting')).toHaveCount(0);
}

/** Judges a page that is ready. */
export async function inspect(page: Page, name: string): Promise<void> {
  await ready(page);
  await judge(page, name);
}

/** Looks at a page as it stands now: no axe violation, nothing cut off sideways, a picture of each width. */
export async function judge(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overhang, `${name} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page })
      // The one frame runs no script, not even axe's; message.spec.ts looks into it.
      .setLegacyMode(true)
      .options({ iframes: false })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
  }
}
