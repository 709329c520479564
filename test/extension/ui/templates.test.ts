import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { Workbench } from '../harness/workbench';
import { orchardLog } from '../orchard-log';

describe('the Templates view', () => {
  let workbench: Workbench;
  const rows = (text: string | RegExp): Locator => workbench.treeRows('Templates').filter({ hasText: text });
  const input = () => workbench.page.locator('.quick-input-widget input').first();
  /** A list draws only the rows in sight. */
  const collapseAll = async () => {
    await workbench.page.keyboard.press('Escape');
    await rows('').first().click();
    await workbench.page.keyboard.press('Control+ArrowLeft');
    await rows('tree <number> watered').first().waitFor();
    await rows('hedge <number> watered').first().waitFor();
  };
  /** A menu that is still being drawn swallows what is pressed. */
  const choose = async (name: string) => {
    const item = workbench.page.getByRole('menuitem', { name });
    for (let tries = 0; tries < 5; tries++) {
      await item.hover();
      await workbench.page.keyboard.press('Enter');
      const isChosen = await item.waitFor({ state: 'hidden', timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      if (isChosen) return;
    }
    assert.fail(`the menu does not take ${name}`);
  };
  const kept = () => {
    const file = workbench.file('.oddline/templates.jsonl');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };

  before(async () => {
    workbench = await Workbench.open({ files: { 'orchard.log': orchardLog() }, open: 'orchard.log' });
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/templates/).waitFor({ timeout: 30_000 });
    await workbench.runCommand('Templates: Focus on Templates View', 'Templates');
    await rows('watered').first().waitFor();
  });
  after(() => workbench?.close());

  it('shows what the values of a template look like', async () => {
    await collapseAll();
    await rows('tree <number> watered').click();
    await rows('Parameters').click();
    await rows(/tree <number>.*number · 0 … 39 · median/).waitFor();
    await rows('duration · 1 ms').click();
    await rows('smallest 1 ms').waitFor();
    // The list may be too low for all of them.
    for (let row = 0; row < 5; row++) await workbench.page.keyboard.press('ArrowDown');
    await rows('99 % up to').waitFor();
    await workbench.screenshot('templates-parameters');
    await workbench.page.keyboard.press('Home');
    await rows('basket of').waitFor();
  });

  it('names a template by the menu, with the keyboard alone', async () => {
    await collapseAll();
    await rows('basket of').click();
    await workbench.page.keyboard.press('Shift+F10');
    await workbench.page.getByRole('menuitem', { name: 'Name Template…' }).waitFor();
    await workbench.screenshot('templates-menu');
    await choose('Name Template…');
    await input().fill('Harvest');
    await workbench.screenshot('templates-name');
    await workbench.page.keyboard.press('Enter');
    await rows(/Harvest.*basket of <word> carried/).waitFor();
    await workbench.notification('Template named “Harvest”').waitFor();
    assert.match(kept(), /"name":"Harvest"/);
    await workbench.screenshot('templates-named');
  });

  it('merges what is selected, and gives it back', async () => {
    await collapseAll();
    // A plain click would open the row.
    for (const text of ['tree <number> watered', 'Harvest', 'hedge <number> watered'])
      await rows(text).click({ modifiers: ['Control'] });
    await rows('hedge <number> watered').click({ button: 'right' });
    await choose('Merge Template with…');
    await rows('<word> <number> watered').waitFor();
    await workbench.statusBarItem(/3 templates/).waitFor();
    await workbench.screenshot('templates-merged');
    await workbench.runCommand('Oddline: Undo Last Template Correction');
    await rows('hedge <number> watered').first().waitFor();
    await workbench.statusBarItem(/4 templates/).waitFor();
  });

  it('shows what merging would make before it is done', async () => {
    await collapseAll();
    await rows('tree <number> watered').first().click({ button: 'right' });
    await choose('Merge Template with…');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'As one:' })
      .first()
      .waitFor();
    await workbench.screenshot('templates-merge-list');
    await workbench.page.keyboard.press('Escape');
  });

  it('lists the corrections', async () => {
    await workbench.runCommand('Oddline: Show Template Corrections');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'holds in this log' })
      .waitFor();
    await workbench.screenshot('templates-corrections');
    await workbench.page.keyboard.press('Escape');
  });

  for (const theme of ['dark', 'high-contrast', 'high-contrast-light', 'light'] as const) {
    it(`can be read in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      await rows('Harvest').first().waitFor();
      await workbench.screenshot(`templates-${theme}`);
    });
  }

  it('can be read in a narrow window', async () => {
    await workbench.setSize(700);
    await rows('Harvest').first().waitFor();
    await workbench.screenshot('templates-narrow');
  });
});
