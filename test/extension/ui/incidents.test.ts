import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';

const shop = generateShopLog({ seed: 1 });

describe('the log of a shop', () => {
  let workbench: Workbench;
  const anomalies = async () =>
    Number(/(\d+) anomalies/.exec((await workbench.statusBarTexts()).join('\n'))?.[1] ?? Number.NaN);
  before(async () => {
    workbench = await Workbench.open({ files: { 'shop.log': shop.text }, open: 'shop.log' });
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ anomalies/).waitFor({ timeout: 60_000 });
    await workbench.runCommand('Anomalies: Focus on Anomalies View', 'Anomalies');
  });
  after(() => workbench?.close());

  describe('incidents', () => {
    const rows = () => workbench.treeRows('Anomalies');
    const labels = () => rows().allInnerTexts();
    const page = () =>
      workbench.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body');

    it('stand above the anomalies', async () => {
      await rows()
        .filter({ hasText: /^Incidents/ })
        .waitFor();
      const hasCritical = (texts: readonly string[]) => texts.some((text) => /^Critical/.test(text));
      const texts = await workbench.until('no row of the worst', labels, hasCritical);
      const at = (start: RegExp) => texts.findIndex((text) => start.test(text));
      assert.ok(at(/^Incidents/) >= 0 && at(/^Incidents/) < at(/^Critical/), texts.join('\n'));
      await workbench.screenshot('incidents-tree');
    });

    it('open as a page that says what happened', async () => {
      await rows().nth(2).click();
      await page().locator('h1').waitFor({ timeout: 30_000 });
      await workbench.until(
        'the rows of the page',
        () => page().locator('table tbody tr').count(),
        (count) => count >= 3,
      );
      assert.equal(await page().locator('h2').first().innerText(), 'Timeline');
      await workbench.screenshot('incident-page');
    });

    it('lead to their lines', async () => {
      const link = page().locator('table tbody tr a').first();
      const line = Number((await link.innerText()).replaceAll(',', ''));
      await link.click();
      await workbench.caretReaches(`line ${line}`, (caret) => caret === line);
    });

    it('follow each other, and the page follows them', async () => {
      const before = await page().locator('h1').innerText();
      const line = await workbench.caretLine();
      await workbench.runCommand('Oddline: Next Incident');
      await workbench.caretReaches('another line', (caret) => caret !== line);
      await workbench.until(
        'the title of the page',
        () => page().locator('h1').innerText(),
        (title) => title !== before,
      );
    });

    for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
      it(`can be read in ${theme}`, async () => {
        await workbench.setTheme(theme);
        await page().locator('h1').waitFor();
        await workbench.screenshot(`incident-${theme}`);
      });
    }

    it('can be read in a narrow window', async () => {
      const width = () => page().evaluate((body) => body.ownerDocument.documentElement.clientWidth);
      const wide = await width();
      await workbench.setSize(820, 900);
      await workbench.until('the page is narrow', width, (now) => now < wide);
      const overflow = await page().evaluate((body) => body.scrollWidth - body.clientWidth);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      await workbench.screenshot('incident-narrow');
      await workbench.setSize(1400);
    });

    it('go with their log when it is renamed', async () => {
      await workbench.runCommand('View: Show Explorer', 'Explorer');
      const file = workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'shop.log' });
      await file.first().click();
      await workbench.page.keyboard.press('F2');
      const name = workbench.page.locator('.explorer-folders-view input');
      await name.fill('market.log');
      await name.press('Enter');
      await workbench.page.locator('.tab', { hasText: 'market.log' }).first().waitFor();
      await page().getByText('market.log').first().waitFor();
      await page().locator('table tbody tr a').first().waitFor();
    });
  });

  describe('a template marked as normal', () => {
    let found: number;
    before(async () => {
      found = await anomalies();
      await workbench.runCommand('Anomalies: Focus on Anomalies View', 'Anomalies');
    });
    const findings = () => workbench.treeRows('Anomalies').filter({ hasText: /Out of memory.*line/s });
    const notice = () => workbench.treeRows('Anomalies').filter({ hasText: '1 label covers' });

    it('is left out of anomalies and told above them', async () => {
      await workbench.chooseFromMenu(findings().first(), 'Mark as Normal');
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'The template' }).click();
      await notice().waitFor({ timeout: 30_000 });
      await findings().first().waitFor({ state: 'detached' });
      await workbench.until(
        'the label is kept',
        async () =>
          existsSync(workbench.file('.oddline/labels.jsonl')) && workbench.read('.oddline/labels.jsonl'),
        (text) => typeof text === 'string' && text.includes('"scope":"template"'),
      );
      await workbench.screenshot('template-normal');
    });

    it('is one again when it is undone', async () => {
      await workbench.runCommand('Oddline: Undo Last Label');
      await findings().first().waitFor({ timeout: 30_000 });
      await notice().waitFor({ state: 'detached' });
      await workbench.until('as many as before', anomalies, (count) => count === found);
    });
  });

  describe('sensitivity', () => {
    it('is previewed while one moves through the choices, and Escape goes back', async () => {
      const before = await anomalies();
      await workbench.runCommand('Oddline: Choose Sensitivity…');
      const current = workbench.page.locator('.quick-input-list .monaco-list-row.focused', {
        hasText: 'Normal',
      });
      await current.waitFor();
      await workbench.page.keyboard.press('ArrowDown');
      await workbench.until('more anomalies', anomalies, (count) => count > before);
      await workbench.screenshot('sensitivity-preview');
      await workbench.page.keyboard.press('Escape');
      await workbench.until('as before', anomalies, (count) => count === before);
    });

    it('stays as chosen', async () => {
      const before = await anomalies();
      await workbench.runCommand('Oddline: Choose Sensitivity…');
      await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Low' }).click();
      await workbench.until('fewer anomalies', anomalies, (count) => count < before);
      const row = workbench.page.locator('.quick-input-list .monaco-list-row.focused', {
        hasText: 'current',
      });
      const current = async () => {
        await workbench.runCommand('Oddline: Choose Sensitivity…');
        const text = await row.innerText();
        await workbench.page.keyboard.press('Escape');
        return text;
      };
      // The marks are those of the preview; the setting is written a moment later.
      await workbench.until('the choice that is current', current, (text) => text.startsWith('Low'));
    });
  });
});
