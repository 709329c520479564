import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildViews } from '../../../scripts/build/views.mjs';
import { findCommand } from '../../../scripts/find-command.mjs';
import type { BigLogHostApi, BigLogViewApi } from '../../../src/protocol/big-log';
import { type Port, Rpc } from '../../../src/protocol/rpc';
import type { MemoryLog } from './memory-log';
import { type Theme, themeStyle } from './themes';

const checkout = path.resolve(__dirname, '../../..');
const folder = '.cache/test-views';
/** Secure, as VS Code's is: the clipboard is there for such pages only. */
const origin = 'https://view.test';

/** As the extension gives it to VS Code's frame (src/extension/big-log/page-html.ts). */
const policy = `default-src 'none'; script-src 'nonce-n0nce' ${origin}; style-src 'nonce-n0nce' ${origin}; font-src ${origin}; base-uri 'none'; form-action 'none'`;

/** Undefined where this machine has none: the tests of the page are skipped then. */
export const chromiumPath =
  process.env.CHROMIUM ||
  findCommand('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');

export async function launch(): Promise<Browser> {
  await buildViews({ dev: true, folder });
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    chromiumSandbox: false,
    args: ['--disable-gpu'],
  });
}

export interface OpenedView {
  readonly page: Page;
  readonly host: Rpc<BigLogHostApi, BigLogViewApi>;
  /** What the browser complained of; there must be nothing. */
  readonly complaints: readonly string[];
}

export interface Look {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

/** Opens the view on a log and waits for its first rows. */
export async function openView(browser: Browser, log: MemoryLog, look: Look = {}): Promise<OpenedView> {
  const { theme = 'dark', width = 1100, height = 640 } = look;
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1, permissions });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const port = await portOf(page);
  const host = new Rpc<BigLogHostApi, BigLogViewApi>(port, log);
  log.tellReading = (reading, rows, hiddenLines) => host.notify('reading', { reading, rows, hiddenLines });
  await page.route(`${origin}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '')
      return route.fulfill({
        contentType: 'text/html',
        body: html(theme),
        headers: { 'content-security-policy': policy },
      });
    if (name === 'theme.css') return route.fulfill({ contentType: 'text/css', body: themeStyle(theme) });
    const file = path.join(checkout, folder, name);
    return existsSync(file) ? route.fulfill({ path: file }) : route.abort();
  });
  await page.goto(`${origin}/`);
  await page.waitForSelector('.row:not(.skeleton), .empty:not([hidden])');
  return { page, host, complaints };
}

function html(theme: Theme): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta property="csp-nonce" content="n0nce">
    <link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/big-log.css"></head>
    <body class="vscode-${theme}"><script type="module" nonce="n0nce" src="/big-log.js"></script></body></html>`;
}

/** Messages as JSON, bytes as base64: what VS Code clones, playwright's bridge would lose. */
async function portOf(page: Page): Promise<Port> {
  const listeners: ((message: unknown) => void)[] = [];
  await page.exposeBinding('toHost', (_source, text: string) => {
    for (const listener of listeners) listener(JSON.parse(text));
  });
  await page.addInitScript({ content: shim });
  const post = (message: unknown) => {
    const text = JSON.stringify(message, (_key, value: unknown) =>
      value instanceof ArrayBuffer ? { base64: Buffer.from(value).toString('base64') } : value,
    );
    page.evaluate(`fromHost(${JSON.stringify(text)})`).catch(() => undefined);
  };
  return { post, onMessage: (listener) => listeners.push(listener) };
}

const shim = readFileSync(path.join(__dirname, 'vscode-shim.js'), 'utf8');
