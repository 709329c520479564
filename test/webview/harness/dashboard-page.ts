import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DashboardHostApi, DashboardViewApi } from '../../../src/protocol/dashboard';
import { Rpc } from '../../../src/protocol/rpc';
import type { EngineDashboard } from './engine-dashboard';
import { type Look, servePage } from './served-page';

export interface OpenedDashboard {
  readonly page: Page;
  readonly host: Rpc<DashboardHostApi, DashboardViewApi>;
  readonly complaints: readonly string[];
}

/** Opens the page on a log and waits for its first cards. */
export async function openDashboard(
  browser: Browser,
  dashboard: EngineDashboard,
  look: Look = {},
): Promise<OpenedDashboard> {
  const { page, port, complaints, open } = await servePage(browser, 'dashboard', look);
  const host = new Rpc<DashboardHostApi, DashboardViewApi>(port, dashboard.handlers);
  dashboard.tellRange = (range) => host.notify('range', range);
  dashboard.tellState = (state) => host.notify('state', state);
  await open();
  await page.waitForSelector('.dashboard');
  return { page, host, complaints };
}

/** Scrolls through the page, so that every card is filled, and waits until none waits. */
export async function fillAll(page: Page): Promise<void> {
  for (const card of await page.locator('.cards:not([hidden]) .card').all()) {
    await card.scrollIntoViewIfNeeded();
    await page
      .locator(`#${await card.getAttribute('id')}:not([data-state="waiting"]):not([aria-busy])`)
      .waitFor();
  }
}

/** What axe-core finds wrong, a line each with where it is; nothing is to be. What waits for an answer is dimmed: it is looked at once that is there. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const waiting = page.locator('[aria-busy="true"]');
  for (;;) {
    await expect.poll(() => waiting.count()).toBe(0);
    const violations = await violationsNow(page);
    if (violations.length === 0 || (await waiting.count()) === 0) return violations;
  }
}

function violationsNow(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary)))`);
}
