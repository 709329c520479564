import assert from 'node:assert/strict';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';

const narrow = 200;

describe('the first look', () => {
  let workbench: Workbench;
  before(async () => {
    const files = { 'shop.log': generateShopLog({ seed: 1, records: 3_000 }).text };
    workbench = await Workbench.open({ files });
  });
  after(() => workbench?.close());

  const welcome = (text: string) => workbench.page.locator('.welcome-view-content', { hasText: text });
  const button = (name: string) =>
    workbench.page.locator('.welcome-view-content').getByRole('button', { name });

  it('without a log says what will happen, and offers the demo', async () => {
    await workbench.page.locator('.activitybar .action-label[aria-label*="Oddline"]').first().click();
    await welcome('Open a log, and its unusual lines will be listed here').waitFor();
    await button('Open the Demo Log').waitFor();
    await welcome('share a template').waitFor();
    await workbench.screenshot('welcome-no-log');
  });

  it('with a log offers to analyse it, and a short tour', async () => {
    await workbench.openFile('shop.log');
    await workbench.page.locator('.activitybar .action-label[aria-label*="Oddline"]').first().click();
    await button('Detect Anomalies').waitFor();
    await workbench.screenshot('welcome-log');
    await workbench.page.getByRole('link', { name: 'Take the short tour' }).click();
    await workbench.page.locator('.getting-started-step').first().waitFor();
  });

  for (const [at, step] of ['open', 'detect', 'read', 'teach'].entries()) {
    it(`the tour's step "${step}" has a picture and a command`, async () => {
      const steps = workbench.page.locator('.getting-started-step');
      assert.equal(await steps.count(), 4);
      await steps.nth(at).click();
      await steps.nth(at).locator('.monaco-button').first().waitFor();
      await workbench.page
        .locator('.getting-started-media .image, .getting-started-media svg, .getting-started-media iframe')
        .first()
        .waitFor();
      await workbench.screenshot(`walkthrough-${at + 1}-${step}`);
    });
  }

  it("the tour's button ends at the worst incident of the demo", async () => {
    const [open] = await workbench.page.locator('.getting-started-step').all();
    await open?.click();
    await open?.locator('.monaco-button', { hasText: 'Open the Demo Log' }).click();
    await workbench.hover().waitFor({ timeout: 30_000 });
    assert.match(await workbench.hover().innerText(), /critical/i);
    await workbench.page.keyboard.press('Escape');
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
    it(`the trees in a narrow side bar, ${theme}`, async () => {
      await workbench.setTheme(theme);
      await narrowSideBar();
      await workbench.treeRows('Anomalies').filter({ hasText: 'Out of memory' }).first().waitFor();
      await workbench.screenshot(`narrow-${theme}`);
    });
  }

  /** Drags its right edge. */
  async function narrowSideBar(): Promise<void> {
    const box = await workbench.page.locator('.part.sidebar').boundingBox();
    assert.ok(box, 'there is a side bar');
    const { mouse } = workbench.page;
    await mouse.move(box.x + box.width, box.y + 300);
    await mouse.down();
    await mouse.move(box.x + narrow, box.y + 300, { steps: 5 });
    await mouse.up();
  }
});
