import assert from 'node:assert/strict';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';
import { orchardLog } from '../orchard-log';
import { pressLog } from '../press-log';

const chinese = /[\u4e00-\u9fff]/;

describe('in Simplified Chinese', () => {
  let workbench: Workbench;
  before(async () => {
    const files = {
      'shop.log': generateShopLog({ seed: 1 }).text,
      'orchard.log': orchardLog(),
      'presse.log': pressLog(),
    };
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
    // Before that it may say in English that it is loading.
    await workbench.hover().filter({ hasText: chinese }).waitFor();
    await workbench.screenshot('chinese');
  });

  it('the menu and the parameters of a template are Chinese', async () => {
    await workbench.openFile('orchard.log');
    await workbench.statusBarItem('分析').first().click();
    const rows = (text: string | RegExp) => workbench.treeRows('模板').filter({ hasText: text });
    await workbench.page.locator('.activitybar .action-label[aria-label*="Oddline"]').first().click();
    await rows('tree <number> watered').first().click();
    await workbench.page.keyboard.press('ArrowRight');
    await rows('参数').first().click();
    await workbench.page.keyboard.press('ArrowRight');
    await rows('中位数').first().waitFor();
    await rows('tree <number> watered').first().click({ button: 'right' });
    await workbench.page.getByRole('menuitem', { name: '命名模板…' }).waitFor();
    await workbench.screenshot('templates-chinese');
    await workbench.page.keyboard.press('Escape');
  });

  it('what was understood is Chinese', async () => {
    await workbench.openFile('presse.log');
    await workbench.runCommand('Oddline: 查看理解结果', '查看理解结果');
    await workbench.page.locator('.view-line', { hasText: '0% 有时间' }).first().waitFor({ timeout: 30_000 });
    await workbench.screenshot('understood-chinese');
  });
});
