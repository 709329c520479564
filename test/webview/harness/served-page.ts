import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildViews } from '../../../scripts/build/views.mjs';
import { findCommand } from '../../../scripts/find-command.mjs';
import type { Port } from '../../../src/protocol/rpc';
import { revived, written } from './bridge-json';
import { type Theme, themeStyle } from './themes';

const checkout = path.resolve(__dirname, '../../..');
/** Secure, as VS Code's is: the clipboard is there for such pages only. */
const origin = 'https://view.test';

/** As the extension gives it to VS Code's frame (src/extension/shared/view-page.ts). */
const policy = `default-src 'none'; script-src 'nonce-n0nce' ${origin}; style-src 'nonce-n0nce' ${origin}; font-src ${origin}; img-src data:; base-uri 'none'; form-action 'none'`;

/** Undefined where this machine has none: the tests of the page are skipped then. */
export const chromiumPath =
  process.env.CHROMIUM ||
  findCommand('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');

let folder = '';

/** `name`: of the views' folder; files of tests run side by side. */
export async function launch(name: string): Promise<Browser> {
  folder = `.cache/test-views-${name}`;
  await buildViews({ dev: true, folder });
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    chromiumSandbox: false,
    args: ['--disable-gpu'],
  });
}

export interface Look {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

export interface ServedPage {
  readonly page: Page;
  /** The host's end. */
  readonly port: Port;
  /** What the browser complained of; there must be nothing. */
  readonly complaints: readonly string[];
  /** Loads it: whoever answers its port must be there. */
  open(): Promise<void>;
}

/** The page of a view as VS Code serves it: the same bundle, the same policy, a theme's colours. */
export async function servePage(browser: Browser, view: string, look: Look = {}): Promise<ServedPage> {
  const { theme = 'dark', width = 1100, height = 640 } = look;
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1, permissions });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const port = await portOf(page);
  await page.route(`${origin}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '')
      return route.fulfill({
        contentType: 'text/html',
        body: html(view, theme),
        headers: { 'content-security-policy': policy },
      });
    if (name === 'theme.css') return route.fulfill({ contentType: 'text/css', body: themeStyle(theme) });
    const file = path.join(checkout, folder, name);
    return existsSync(file) ? route.fulfill({ path: file }) : route.abort();
  });
  return { page, port, complaints, open: async () => void (await page.goto(`${origin}/`)) };
}

function html(view: string, theme: Theme): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${view}</title><meta property="csp-nonce" content="n0nce">
    <link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/${view}.css"></head>
    <body class="vscode-${theme}"><script type="module" nonce="n0nce" src="/${view}.js"></script></body></html>`;
}

/** Milliseconds each message is held at most, by chance but in order: so a race that a busy machine would show shows here. */
const heldMs = Number(process.env.ODDLINE_SLOW_BRIDGE ?? 0);

/** Hands on what it is given, after what was given before. */
function lane(): (carry: () => unknown) => void {
  if (heldMs === 0) return (carry) => carry();
  let last: Promise<unknown> = Promise.resolve();
  return (carry) => {
    last = last.then(() => pause(Math.random() * heldMs)).then(carry);
  };
}

async function portOf(page: Page): Promise<Port> {
  const listeners: ((message: unknown) => void)[] = [];
  const [toHost, toView] = [lane(), lane()];
  await page.exposeBinding('toHost', (_source, text: string) =>
    toHost(() => {
      for (const listener of listeners) listener(revived(text));
    }),
  );
  await page.addInitScript({ content: shim });
  const post = (message: unknown) => {
    const text = written(message);
    toView(() => page.evaluate(`fromHost(${JSON.stringify(text)})`).catch(() => undefined));
  };
  return { post, onMessage: (listener) => listeners.push(listener) };
}

const shim = readFileSync(path.join(__dirname, 'vscode-shim.js'), 'utf8');
