import type { Browser, Page } from 'playwright-core';
import type { BigLogHostApi, BigLogViewApi } from '../../../src/protocol/big-log';
import { Rpc } from '../../../src/protocol/rpc';
import type { MemoryLog } from './memory-log';
import { type Look, launch as launchWith, servePage } from './served-page';

export { chromiumPath } from './served-page';

export const launch = () => launchWith('big-log');

export interface OpenedView {
  readonly page: Page;
  readonly host: Rpc<BigLogHostApi, BigLogViewApi>;
  /** What the browser complained of; there must be nothing. */
  readonly complaints: readonly string[];
}

/** Opens the view on a log and waits for its first rows. */
export async function openView(browser: Browser, log: MemoryLog, look: Look = {}): Promise<OpenedView> {
  const { page, port, complaints, open } = await servePage(browser, 'big-log', look);
  const host = new Rpc<BigLogHostApi, BigLogViewApi>(port, log);
  log.tellReading = (reading, rows, hiddenLines) => host.notify('reading', { reading, rows, hiddenLines });
  await open();
  await page.waitForSelector('.row:not(.skeleton), .empty:not([hidden])');
  return { page, host, complaints };
}
