import { defineConfig } from '@playwright/test';

// Debian's Chromium; the flags keep it from calling anyone on its own.
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../target/e2e',
  globalSetup: './e2e/archive.ts',
  // Each file is a story of its own; two run side by side.
  workers: 2,
  // The longest goes first, so that nothing waits for it at the end.
  projects: [
    { name: 'lives', testMatch: 'three-lives.spec.ts' },
    { name: 'pages', testIgnore: 'three-lives.spec.ts' },
  ],
  timeout: 60_000,
  forbidOnly: true,
  reporter: 'list',
  use: {
    // Known once e2e/archive.ts has started the server.
    baseURL: process.env.MUNIMENT_ADDRESS ?? 'https://localhost:8443',
    // The certificate is the server's own.
    ignoreHTTPSErrors: true,
    storageState: process.env.MUNIMENT_PEOPLE && `${process.env.MUNIMENT_PEOPLE}/counsel.json`,
    browserName: 'chromium',
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quietly },
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/Chicago',
  },
});
