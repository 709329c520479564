import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { surroundings } from './surroundings';

export interface Browser {
  readonly page: Page;
  /** Addresses off this machine that the page asked for: there must be none. */
  readonly outside: readonly string[];
  close(): Promise<void>;
}

/** This machine, and what VS Code's service worker answers without the network. */
const onThisMachine = /(^|\.)(127\.0\.0\.1|localhost|vscode-resource\.vscode-cdn\.net)$/;

function watchRequests(context: BrowserContext): string[] {
  const outside: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname, href } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !onThisMachine.test(hostname)) outside.push(href);
  });
  return outside;
}

/** A headless Chromium whose profile lies in `folder`. */
export async function openBrowser(folder: string, size: { width: number; height: number }): Promise<Browser> {
  const context = await chromium.launchPersistentContext(path.join(folder, 'chromium'), {
    executablePath: surroundings.chromium,
    headless: true,
    viewport: size,
    // Root in a container has no sandbox; the pages are our own.
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const outside = watchRequests(context);
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, outside, close: () => context.close() };
}
