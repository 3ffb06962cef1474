import { defineConfig } from '@playwright/test';
import { findChromium } from './bin/chromium.js';

const executablePath = await findChromium();
const report = process.env.E2E_REPORT;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './e2e/support/server.ts',
  workers: 2,
  // A second try on a busy machine; whatever needed one is named at the end of `npm test`.
  retries: 1,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
  use: {
    // An element that never comes fails its journey here, not at the journey's end.
    actionTimeout: 30_000,
    // Set by the global setup, which starts the server on a free port.
    baseURL: process.env.E2E_BASE_URL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-dev-shm-usage',
        '--disable-gpu',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'desktop-1440', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone-390', use: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ],
});
