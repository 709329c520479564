import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';

const shop = generateShopLog({ seed: 1 });

describe('the dashboard', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  before(async () => {
    // Not by the address: VS Code would open that alone in the next session, too.
    workbench = await Workbench.open({ files: { 'shop.log': shop.text } });
    await workbench.openFile('shop.log');
  });
  after(() => workbench?.close());

  const page = (): FrameLocator =>
    workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  const card = (id: string): Locator => page().locator(`#${id}`);
  const filled = async (id: string) => {
    await card(id).scrollIntoViewIfNeeded();
    await page().locator(`#${id}[data-state="content"]`).waitFor({ timeout: 30_000 });
  };
  /** The editor on what the range leaves of the log. */
  const filteredTab = () => workbench.page.locator('.tab', { hasText: 'shop.log, filtered' });

  /** From the page's `ready` until its first cards were painted. */
  const firstCardsMs = async () => {
    // Pages of webviews are of another origin than the workbench: their frames are asked themselves.
    const ask = `performance.getEntriesByName('first cards').map(({ duration }) => duration)`;
    const [milliseconds] = await workbench.until(
      'the first cards are measured',
      async () => {
        const frames = workbench.page.frames();
        return (
          await Promise.all(frames.map((frame) => frame.evaluate<number[]>(ask).catch(() => [])))
        ).flat();
      },
      (measured) => measured.length > 0,
    );
    return milliseconds;
  };

  it('opens beside a log that was not analysed, and fills when it is', async () => {
    await workbench.runCommand('Oddline: Open Dashboard');
    await card('incidents').locator('.incident, article, li').first().waitFor({ timeout: 60_000 });
    await filled('timeline');
    const [first] = await page().locator('h1').allInnerTexts();
    assert.equal(first, 'shop.log');
    await workbench.screenshot('dashboard');
  });

  it('tells how soon its first cards were painted', async () => {
    const cold = await firstCardsMs();
    // In a window that has shown a page before.
    await workbench.runCommand('View: Close Editor');
    await page().locator('h1').waitFor({ state: 'detached' });
    await workbench.runCommand('Oddline: Open Dashboard');
    await filled('timeline');
    const warm = await firstCardsMs();
    console.log(`      first cards after ${Math.round(warm)} ms, in a new window ${Math.round(cold)} ms`);
    assert.ok(cold < 5000 && warm < 5000, `${cold} ms, ${warm} ms`);
  });

  it('fills every card as it comes on screen', async () => {
    for (const id of [
      'heat-map',
      'service-map',
      'templates',
      'parameters',
      'scores',
      'agreement',
      'lanes',
      'model',
    ]) {
      await filled(id);
      await workbench.screenshot(`dashboard-${id}`);
    }
    assert.deepEqual(await page().locator('.card[data-state="problem"]').allInnerTexts(), []);
  });

  it('a dark cell of the heat map filters the editor, and asks what is different there', async () => {
    await card('heat-map').scrollIntoViewIfNeeded();
    await card('heat-map').locator('.cell:has(.edged)').first().click();
    await page().locator('.range-chip', { hasText: '2026-03-14' }).waitFor();
    await filteredTab().waitFor({ timeout: 30_000 });
    // What differs is tried on a log made for it (test/webview/dashboard-page.test.ts): here that it is asked and answered.
    await page()
      .locator('#contrast', { hasText: /things compared/ })
      .waitFor({ timeout: 30_000 });
    await workbench.screenshot('dashboard-contrast');
    await page().getByRole('button', { name: 'Show all of its time' }).click();
    await filteredTab().waitFor({ state: 'detached' });
  });

  it('goes to a template’s line in the editor', async () => {
    await filled('templates');
    await card('templates').locator('vscode-text-field').first().click();
    await workbench.page.keyboard.type('connection pool');
    const row = card('templates').locator('[role="row"]', { hasText: /connection pool/i });
    await row.first().click();
    await workbench.caretReaches('a line of the template', (line) => line > 1);
  });

  it('another sensitivity marks the log anew', async () => {
    await filled('scores');
    // The page says how many there are: the status bar is of the editor in front.
    const summary = () => page().locator('.page-summary').innerText();
    const before = await summary();
    await card('scores').getByRole('slider').focus();
    for (let step = 0; step < 15; step++) await workbench.page.keyboard.press('ArrowRight');
    await workbench.until('other anomalies', summary, (text) => text !== before);
    await card('scores').getByRole('button', { name: 'Back to the setting' }).click();
    await workbench.until('the anomalies of before', summary, (text) => text === before);
  });

  for (const theme of ['light', 'high-contrast', 'high-contrast-light', 'dark'] as const) {
    it(`is readable in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      await page()
        .locator('.dashboard')
        .evaluate((dashboard) => dashboard.scrollTo(0, 0));
      await filled('timeline');
      await workbench.screenshot(`dashboard-${theme}`);
    });
  }

  it('is there again after the window was opened anew', async () => {
    await workbench.page.reload();
    await page().locator('h1', { hasText: 'shop.log' }).waitFor({ timeout: 60_000 });
    await page().getByRole('button', { name: 'Detect Anomalies' }).click();
    await filled('timeline');
  });
});
