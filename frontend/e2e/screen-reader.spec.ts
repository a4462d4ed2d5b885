import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { password, signedOut, walkersKey } from './cast';
import { tabTo, test } from './page';
import { codeOf } from './visitor';

test.use({ storageState: signedOut });

type Role = Parameters<Page['getByRole']>[0];

const guide = join(import.meta.dirname, '../../docs/guides/screen-reader-walk.md');

const steps = readFileSync(guide, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|\s*-/.test(line) && !line.startsWith('| what you want'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, , act = '', heard = '']) => ({ act, heard }));

test('the walk in docs/guides goes as it is written, with the keyboard alone', async ({ page }) => {
  expect(steps.length).toBeGreaterThan(25);
  for (const { act, heard } of steps) {
    await test.step(`${act} → ${heard}`, async () => {
      const until = /^((?:Shift\+)?Tab) until$/.exec(act)?.[1];
      if (until === undefined) for (const one of act.split(', ')) await does(page, one);
      await hears(page, heard, until);
    });
  }
});

async function does(page: Page, act: string): Promise<void> {
  if (act === '') return;
  const path = /^open `(.*)`$/.exec(act)?.[1];
  const typed = /^type (.*)$/.exec(act)?.[1];
  if (path !== undefined) await page.goto(path);
  else if (typed !== undefined) await page.keyboard.type(wordsFor(typed));
  else await page.keyboard.press(act);
}

function wordsFor(typed: string): string {
  if (typed === 'the address') return 'walker@city.example';
  if (typed === 'the password') return password;
  if (typed === 'the code') return codeOf(walkersKey(), 1);
  return typed.replaceAll('"', '');
}

async function hears(page: Page, heard: string, until: string | undefined): Promise<void> {
  const [, role = '', name, text] = /^(\w+)(?: "(.*?)")?(?: says "(.*)")?$/.exec(heard) ?? [];
  if (role === 'title') return expect(page).toHaveTitle(name ?? '');
  if (role === 'announced') {
    const live = page.getByRole('status').or(page.getByRole('alert'));
    return expect(live.filter({ hasText: name ?? '' }).first()).toBeVisible();
  }
  const goal = page.getByRole(role as Role, name === undefined ? {} : { name, exact: true });
  if (until !== undefined) await tabTo(page, goal, until);
  if (text !== undefined) await expect(goal).toContainText(text);
  const takesFocus = !['region', 'article'].includes(role);
  if (takesFocus) await expect(goal).toBeFocused();
}
