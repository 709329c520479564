import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { generateShopLog } from '../../src/engine/dataset/generator/shop-log';
import { columnsOf } from './dashboard/templates/template-columns';
import { type OpenedDashboard, openDashboard } from './harness/dashboard-page';
import { EngineDashboard } from './harness/engine-dashboard';
import { chromiumPath, type Look, launch } from './harness/served-page';

let browser: Browser;
let dashboard: EngineDashboard;
let view: OpenedDashboard;
let page: Page;

async function open(look: Look = {}): Promise<void> {
  view = await openDashboard(browser, dashboard, { height: 900, ...look });
  page = view.page;
}

const card = (id: string) => page.locator(`#${id}`);
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const done = (what: string) => dashboard.done.filter((one) => one.what === what).map((one) => one.with);
const titles = () => page.locator('.template-row:not([hidden]) .title bdi').allTextContents();

/** Scrolled to, and filled. */
async function show(id: string): Promise<void> {
  await card(id).scrollIntoViewIfNeeded();
  await page.locator(`#${id}[data-state=content]`).waitFor();
}

describe.skipIf(!chromiumPath)('steering by templates, parameters and scores, in a browser', () => {
  beforeAll(async () => {
    browser = await launch('steering');
  });
  afterAll(() => browser?.close());

  beforeAll(async () => {
    dashboard = await EngineDashboard.of({ name: 'shop.log', text: generateShopLog({ seed: 1 }).text });
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    dashboard.done.length = 0;
    expect(view.complaints).toEqual([]);
    await page.close();
  });

  test('templates are sorted, searched, and gone from by keys alone', async () => {
    await open();
    await show('templates');
    expect((await titles())[0]).toContain('GET');
    await page.locator('.template-head .rarity button').click();
    expect(await page.locator('.template-head .rarity').getAttribute('aria-sort')).toBe('descending');
    await expect.poll(async () => (await titles())[0]).not.toContain('GET');

    await page.locator('#templates vscode-text-field').pressSequentially('INVOICE of');
    await expect.poll(titles).toHaveLength(1);
    await page.locator('.template-grid').focus();
    await press('Home', 'Enter', 'o', 'n');
    const columns = await dashboard.handlers.templates(undefined, new AbortController().signal);
    const row = columns.titles.findIndex((title) => title.includes('Invoice of'));
    await expect.poll(() => done('revealAnalysed')).toEqual([columns.firstLines[row]]);
    await expect.poll(() => done('showOnly')).toMatchObject([{ kind: 'template' }]);
    const template = columns.ids[row];
    await expect.poll(() => done('setNormal')).toEqual([{ template, isNormal: true }]);
    await page.locator('.template-row.normal').waitFor();
    await press('c');
    await expect
      .poll(() => card('parameters').locator('.card-sentence').textContent())
      .toContain('Invoice of');
  });

  test('in a range the records in it count, and what is new there can stand alone', async () => {
    await open();
    await show('templates');
    await page.locator('vscode-checkbox').waitFor({ state: 'hidden' });
    const { firstTime } = dashboard.state.log ?? {};
    const until = String(BigInt(firstTime ?? 0) + 60_000_000_000n);
    dashboard.tellRange({ from: firstTime ?? null, until });
    await page.locator('vscode-checkbox').waitFor();
    await expect
      .poll(() => card('templates').locator('.card-sentence').textContent())
      .toContain('In the range');
    await page.locator('vscode-checkbox').click();
    await expect.poll(titles).not.toContainEqual(expect.stringContaining('handshake'));
    expect((await titles()).length).toBeGreaterThan(2);
  });

  test('of 50,000 templates those that are seen are in the page, and hostile ones are text', async () => {
    const hostile = '</script><img src=x onerror="window.hacked=1">\u202etxet \u0007 <number>';
    const many = Array.from({ length: 50_000 }, (_, i) => ({
      title: `job ${i} <number>`,
      count: 60_000 - i,
    }));
    const columns = columnsOf([...many, { title: hostile, count: 1 }]);
    vi.spyOn(dashboard, 'handlers', 'get').mockReturnValue({
      ...dashboard.handlers,
      templates: () => columns,
    });
    await open();
    await show('templates');
    await page.locator('.template-grid').focus();
    await press('End');
    await expect.poll(async () => (await titles()).at(-1)).toContain('</script><img');
    expect(await page.locator('.template-row').count()).toBeLessThan(60);
    expect(await page.locator('.template-row img').count()).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    const active = await page.locator('.template-grid').getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-rowindex')).toBe('50002');
  });

  test('a number in a template is charted over time, and its highest value is a key away', async () => {
    await open();
    await show('parameters');
    const chart = page.locator('.parameter svg').first();
    await chart.focus();
    await press('ArrowRight', 'ArrowRight', 'Enter');
    await page.locator('.tooltip', { hasText: 'median' }).waitFor();
    await expect.poll(() => done('revealAnalysed')).toHaveLength(1);
    await press('Escape');
    await page.locator('.tooltip').waitFor({ state: 'hidden' });
    await card('parameters').getByRole('button', { name: 'Show as a table' }).click();
    await page.locator('#parameters th', { hasText: '90th percentile' }).first().waitFor();
  });

  test('the line of sensitivity marks anew by keys and by dragging, and goes back to the setting', async () => {
    await open();
    await show('scores');
    const slider = page.getByRole('slider');
    await slider.focus();
    await press('PageDown', 'ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^0\.39: about [\d,]+ records$/);
    // Two keys are one wish, unless the machine is so slow that they come apart.
    await expect.poll(() => done('setThreshold').at(-1)).toBe(0.39);
    const back = card('scores').getByRole('button', { name: 'Back to the setting' });
    await back.waitFor();

    // Cards above are filled anew by what is marked: the line may move away under the mouse.
    const dragged = async () => {
      await slider.hover({ position: { x: 12, y: 24 } });
      const box = (await slider.boundingBox()) ?? { x: 0, y: 0 };
      await page.mouse.down();
      await page.mouse.move(box.x + 100, box.y + 30, { steps: 4 });
      await page.mouse.up();
      return Number(done('setThreshold').at(-1));
    };
    await expect.poll(dragged).toBeGreaterThan(0.5);
    await back.click();
    await expect.poll(() => done('setThreshold').at(-1)).toBeNull();
    await back.waitFor({ state: 'hidden' });
    await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe('0.50');
  });

  test('the line of sensitivity stays where it was moved until that is taken up', async () => {
    let take = () => {};
    const taken = new Promise<void>((resolve) => {
      take = resolve;
    });
    const { handlers, state } = dashboard;
    vi.spyOn(dashboard, 'handlers', 'get').mockReturnValue({
      ...handlers,
      setThreshold: async (threshold) => {
        await taken;
        await handlers.setThreshold(threshold, new AbortController().signal);
      },
    });
    await open();
    await show('scores');
    const slider = page.getByRole('slider');
    await slider.press('PageDown');
    await page.evaluate(`document.querySelector('.score-chart svg').dataset.former = ''`);
    // As when somebody labels meanwhile.
    dashboard.tellState({ ...state, log: state.log && { ...state.log, version: 1000 } });
    await page.locator('.score-chart svg:not([data-former])').waitFor();
    expect(await slider.getAttribute('aria-valuenow')).toBe('0.40');
    take();
    await card('scores').getByRole('button', { name: 'Back to the setting' }).click();
    await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe('0.50');
  });

  test('who agrees with whom is gone through cell by cell', async () => {
    await open();
    await show('agreement');
    const grid = page.locator('svg.agreement');
    await grid.focus();
    await press('ArrowDown', 'ArrowDown');
    const current = await grid.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${current}`).getAttribute('aria-label')).toMatch(
      / and .+ of .+ records marked/,
    );
  });
});
