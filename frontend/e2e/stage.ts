import { type Browser, type BrowserContext, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part } from './cast';
import { peopleComeIn } from './people';
import { caughtUp, muniment, served, type Served } from './server';
import { deliver, listenForLetters, type Delivery, type Relay } from './smtp';

/** This is an archive of its own: its mail came in by SMTP, its people are signed in, its letters leave by a relay. */
export class Stage {
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    private readonly folder: string,
    private readonly archive: Served,
    readonly relay: Relay,
  ) {}

  static async open(mail: readonly Delivery[]): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'muniment-lives-'));
    const relay = await listenForLetters();
    const archive = await served(join(folder, 'data'), 0, environment(folder));
    const stage = new Stage(folder, archive, relay);
    try {
      await stage.furnish(mail);
    } catch (trouble) {
      await stage.close();
      throw trouble;
    }
    return stage;
  }

  private async furnish(mail: readonly Delivery[]): Promise<void> {
    const { archive, folder, relay } = this;
    await deliver(archive.smtp, mail);
    await caughtUp(archive, mail.length);
    await peopleComeIn(archive.address, archive.certificate, archive.setUpSecret, folder);
    writeFileSync(
      join(this.data, 'mail.properties'),
      `host=127.0.0.1\nport=${relay.port}\nencryption=none\nfrom=records@city.example\nto=ines@city.example\n`,
    );
  }

  /** A page on which somebody of the archive is signed in. */
  as(browser: Browser, who: Part): Promise<Page> {
    return this.page(browser, join(this.folder, `${who}.json`));
  }

  /** A page of somebody who was never here. */
  stranger(browser: Browser): Promise<Page> {
    return this.page(browser);
  }

  private async page(browser: Browser, storageState?: string): Promise<Page> {
    const context = await browser.newContext({
      ...(storageState === undefined ? {} : { storageState }),
      baseURL: this.archive.address,
      ignoreHTTPSErrors: true,
      locale: 'en-US',
      timezoneId: 'America/New_York',
      viewport: { width: 1280, height: 900 },
    });
    this.contexts.push(context);
    return context.newPage();
  }

  /** Closes the pages of one test. */
  async clear(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
  }

  /** Stops the server and compares all that is stored with all that was signed; says what is wrong, or nothing. */
  async verified(): Promise<string> {
    await this.archive.end();
    const check = spawnSync(muniment, ['verify', '--data', this.data, '--level', 'full'], {
      env: environment(this.folder),
      encoding: 'utf8',
    });
    return check.status === 0 ? '' : check.stdout + check.stderr;
  }

  async close(): Promise<void> {
    try {
      await this.archive.end();
    } finally {
      this.relay.close();
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  private get data(): string {
    return join(this.folder, 'data');
  }
}

const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  MUNIMENT_PASSPHRASE_FILE: join(folder, 'passphrase'),
});
