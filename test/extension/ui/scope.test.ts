import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { unusualLog } from '../../engine/unusual-log';
import { Workbench } from '../harness/workbench';

const shop = generateShopLog({ seed: 1 });

/** The manifest's colours for Light High Contrast. */
const icons = [
  ['Critical', 'error', 'rgb(196, 22, 28)'],
  ['High', 'warning', 'rgb(180, 83, 9)'],
  ['Medium', 'debug-breakpoint-log-unverified', 'rgb(138, 103, 0)'],
  ['Low', 'circle-outline', 'rgb(11, 98, 184)'],
] as const;

describe('a part of a log', () => {
  let workbench: Workbench;
  before(async () => {
    const files = { 'shop.log': shop.text, 'unusual.log': unusualLog() };
    workbench = await Workbench.open({ files, open: 'shop.log' });
  });
  after(() => workbench?.close());

  const picks = () => workbench.page.locator('.quick-input-list .monaco-list-row');
  const anomalies = () =>
    workbench.page.locator('.pane', {
      has: workbench.page.locator('.pane-header .title', { hasText: 'Anomalies' }),
    });
  const description = () => anomalies().locator('.pane-header .description');
  const scopeRow = () => workbench.treeRows('Anomalies').filter({ hasText: /^from .* only$/ });

  const described = (wanted: RegExp) =>
    workbench.until(
      'the description of the view',
      () => description().innerText(),
      (text) => wanted.test(text),
    );
  /** What is drawn anew under a resting pointer opens none. */
  async function opensHover(over: Locator, text: string | RegExp): Promise<Locator> {
    const hover = workbench.page.locator('.workbench-hover', { hasText: text });
    const opens = async () => {
      await workbench.page.mouse.move(0, 0);
      await over.hover();
      return hover.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    };
    await workbench.until('no hover opens', opens, Boolean);
    return hover;
  }

  async function chooseLastMinutes(): Promise<void> {
    await workbench.runCommand('Oddline: Choose a Time Range…');
    await picks().filter({ hasText: 'Last 10 minutes of the log' }).click();
  }

  it('is offered in lengths the log has', async () => {
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ anomalies/).waitFor({ timeout: 30_000 });
    await workbench.runCommand('Oddline: Choose a Time Range…');
    await picks().filter({ hasText: 'Another range…' }).waitFor();
    const labels = await picks().locator('.label-name').allInnerTexts();
    assert.deepEqual(labels, ['Last 10 minutes of the log', 'Another range…', 'The whole log']);
    await workbench.page.keyboard.press('Escape');
  });

  it('is named where its anomalies are', async () => {
    await chooseLastMinutes();
    await workbench.runCommand('Anomalies: Focus on Anomalies View', 'Anomalies');
    await scopeRow().waitFor({ timeout: 30_000 });
    await described(/^shop\.log · from \d\d:\d\d:\d\d only$/);
    await workbench.screenshot('scope');
    await opensHover(workbench.statusBarItem(/\d+ anomalies/), /from .* only/);
    await workbench.page.mouse.move(0, 0);
  });

  it('is left by the button of its row', async () => {
    await scopeRow().hover();
    await scopeRow().locator('.action-label[aria-label*="Analyse the Whole Log"]').click();
    await scopeRow().waitFor({ state: 'detached', timeout: 30_000 });
    await described(/^shop\.log$/);
  });

  it('a log unusual as a whole has its answer above the rows, uncut', async () => {
    await workbench.openFile('unusual.log');
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem('whole log unusual').waitFor({ timeout: 30_000 });
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommand('Anomalies: Focus on Anomalies View', 'Anomalies');
    const message = anomalies().locator('.message');
    await workbench.until(
      'the answer',
      () => message.innerText(),
      (text) => /The whole log is unusual: .*the marks would say nothing\.$/.test(text),
    );
    await workbench.screenshot('unusual-tree');
  });

  it('a tooltip shows log text as code, without backticks', async () => {
    await workbench.openFile('shop.log');
    await workbench.runCommand('Anomalies: Focus on Anomalies View', 'Anomalies');
    const row = workbench.treeRows('Anomalies').filter({ hasText: 'Out of memory' }).last();
    const tooltip = await opensHover(row, 'Critical');
    assert.ok(!(await tooltip.innerText()).includes('`'), await tooltip.innerText());
    assert.ok((await tooltip.locator('li code').count()) > 0);
    await workbench.screenshot('tooltip');
  });

  it('severity icons take the colours of the theme, each a shape of its own', async () => {
    // All severities on screen at once.
    await workbench.setSize(1400, 1600);
    await workbench.setTheme('high-contrast-light');
    for (const [severity, shape, colour] of icons) {
      const row = workbench.treeRows('Anomalies').filter({ hasText: new RegExp(`^${severity}`) });
      const icon = row.first().locator(`.custom-view-tree-node-item-icon.codicon-${shape}`);
      await icon.waitFor();
      await workbench.until(
        `the colour of ${severity}`,
        () => icon.getAttribute('style'),
        (style) => style?.includes(`color: ${colour}`) === true,
      );
    }
  });
});
