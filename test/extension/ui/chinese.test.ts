import assert from 'node:assert/strict';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';

const chinese = /[\u4e00-\u9fff]/;

describe('in Simplified Chinese', () => {
  let workbench: Workbench;
  before(async () => {
    const files = { 'shop.log': generateShopLog({ seed: 1 }).text };
    workbench = await Workbench.open({ files, open: 'shop.log', locale: 'zh-cn' });
  });
  after(() => workbench?.close());

  it('commands, status bar, hover and trees are Chinese', async () => {
    const titles = await workbench.commandsMatching('Oddline: ');
    const detect = titles.find((title) => chinese.test(title));
    assert.ok(detect, titles.join());
    await workbench.statusBarItem(chinese).first().click();
    await workbench
      .statusBarItem(/\d+.*·.*\d+/)
      .filter({ hasText: chinese })
      .waitFor({ timeout: 30_000 });
    await workbench.page.locator('.activitybar .action-label[aria-label*="Oddline"]').first().click();
    const rows = workbench.treeRows(chinese);
    await rows.first().waitFor();
    await rows.filter({ hasText: 'Out of memory' }).first().click();
    await workbench.decoratedLines().first().waitFor();
    await workbench.page
      .locator('.view-line', { hasText: 'Out of memory' })
      .first()
      .hover({ position: { x: 300, y: 8 } });
    await workbench.hover().waitFor();
    assert.match(await workbench.hover().innerText(), chinese);
    await workbench.screenshot('chinese');
  });
});
