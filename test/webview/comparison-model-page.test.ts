import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { generateShopLog } from '../../src/engine/dataset/generator/shop-log';
import { axeViolations, type OpenedDashboard, openDashboard } from './harness/dashboard-page';
import { EngineDashboard, type EngineDashboardOptions } from './harness/engine-dashboard';
import { comparisonOf, evaluatedModel } from './harness/model-pages';
import { chromiumPath, type Look, launch } from './harness/served-page';
import type { Theme } from './harness/themes';

const pictures = path.resolve(__dirname, '../../test-results/screenshots/dashboard');
const shop = generateShopLog({ seed: 1 }).text.slice(0, 60_000);

let browser: Browser;
let host: EngineDashboard;
let opened: OpenedDashboard;
let page: Page;

const card = (id: string) => page.locator(`#${id}`);

/** The log's page with both cards filled. */
async function open(options: Partial<EngineDashboardOptions> = {}, look: Look = {}): Promise<void> {
  host = await EngineDashboard.of({ name: 'shop.log', text: shop, ...options });
  opened = await openDashboard(browser, host, { width: 1100, height: 900, ...look });
  page = opened.page;
  for (const id of ['comparison', 'model']) {
    await card(id).scrollIntoViewIfNeeded();
    await page.locator(`#${id}:not([data-state="waiting"])`).waitFor();
  }
}

describe.skipIf(!chromiumPath)('comparison and model, in a browser', () => {
  beforeAll(async () => {
    browser = await launch('comparison-model');
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await page.close();
  });

  test.for<[Theme, number]>([
    ['light', 1100],
    ['dark', 1100],
    ['high-contrast', 1100],
    ['high-contrast-light', 400],
    ['dark', 400],
  ])('both cards are whole and break no rule of accessibility: %s, %i wide', async ([theme, width]) => {
    await open({ comparison: comparisonOf(30), model: evaluatedModel() }, { theme, width, height: 1800 });
    mkdirSync(pictures, { recursive: true });
    for (const id of ['comparison', 'model'])
      await card(id).screenshot({ path: path.join(pictures, `${id}-${theme}-${width}.png`) });
    expect(await axeViolations(page)).toEqual([]);
    const overflow = await page.evaluate<number>(
      `Math.max(...[...document.querySelectorAll('#comparison, #model')].map((card) => card.scrollWidth - card.clientWidth))`,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('a row that has a line leads there, by click and by key; one that is gone leads nowhere', async () => {
    await open({ comparison: comparisonOf(30) });
    const rows = card('comparison').getByRole('option');
    await rows.nth(1).click();
    await rows.nth(0).click();
    await card('comparison').getByRole('listbox').focus();
    // From the row the mouse was on.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => host.done)
      .toEqual([
        { what: 'revealAnalysed', with: 6120 },
        { what: 'revealAnalysed', with: 12 },
      ]);
    await card('comparison').getByRole('button', { name: 'Show More (20 left)' }).click();
    await expect.poll(() => rows.count()).toBe(35);
  });

  test('what is not there yet is invited', async () => {
    await open();
    await card('comparison').getByRole('button', { name: 'Compare with Good Log…' }).click();
    for (const name of ['Learn Baseline…', 'Use Baseline…', 'Choose Labels…'])
      await card('model').getByRole('button', { name }).click();
    await expect
      .poll(() => host.done.map(({ with: command }) => command))
      .toEqual(['compare', 'learnBaseline', 'useBaseline', 'chooseLabels']);
    for (const id of ['comparison', 'model'])
      await card(id).screenshot({ path: path.join(pictures, `${id}-empty.png`) });
    expect(await axeViolations(page)).toEqual([]);
  });

  test('labels that are chosen are shown at once, for each detector', async () => {
    await open();
    expect(await card('model').locator('.confusion').count()).toBe(0);
    host.setModel(evaluatedModel());
    await card('model').locator('.confusion').waitFor();
    expect(await card('model').locator('.confusion').textContent()).toMatch(/all together[\s\S]*90\b/);
    await card('model').getByRole('combobox', { name: 'Detector' }).click();
    await card('model').getByRole('option', { name: 'volume' }).click();
    await expect.poll(() => card('model').locator('.confusion').textContent()).toMatch(/volume[\s\S]*20\b/);
    await card('model').getByRole('grid', { name: 'ROC' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.tooltip').textContent()).toMatch(/all together\s*recall 0\.\d{3}/);
  });
});
