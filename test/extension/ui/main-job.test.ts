import assert from 'node:assert/strict';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';

const shop = generateShopLog({ seed: 1 });
const planted = new Set(shop.incidents.flatMap(({ lines }) => lines));

describe('the main job, with the packaged extension', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ files: { 'shop.log': shop.text }, open: 'shop.log' });
  });
  after(() => workbench?.close());

  it('pops nothing up when a log is opened; the status bar offers to analyse it', async () => {
    await workbench.statusBarItem('Analyse').waitFor({ timeout: 30_000 });
    assert.equal(await workbench.notification('').count(), 0);
    assert.equal(await workbench.decoratedLines().count(), 0);
  });

  it('hides the commands that do not apply yet', async () => {
    const titles = await workbench.until(
      'no palette offers Detect Anomalies',
      () => workbench.commandsMatching('Oddline: '),
      (all) => all.some((title) => title.includes('Detect Anomalies')),
    );
    assert.ok(!titles.some((title) => title.includes('Next Anomaly')), titles.join());
  });

  it('counts anomalies and templates in the status bar after Detect Anomalies', async () => {
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ anomalies · \d+ templates/).waitFor({ timeout: 30_000 });
  });

  it('goes to the next and the previous planted line, marks it and says why in a hover', async () => {
    await workbench.runCommand('Oddline: Next Anomaly');
    const first = await workbench.caretReaches('a planted line', (line) => planted.has(line));
    await workbench.hover().filter({ hasText: 'Mark as Normal' }).waitFor();
    await workbench.decoratedLines().first().waitFor();
    await workbench.gutterIcons().first().waitFor();
    await workbench.screenshot('marks');

    await workbench.runCommand('Oddline: Next Anomaly');
    await workbench.caretReaches('a later planted line', (line) => line > first && planted.has(line));
    await workbench.runCommand('Oddline: Previous Anomaly');
    await workbench.caretReaches('the first one again', (line) => line === first);
  });

  it('lists the anomalies and the templates; a click goes to the line', async () => {
    await workbench.runCommand('Anomalies: Focus on Anomalies View', 'Anomalies');
    const row = workbench.treeRows('Anomalies').filter({ hasText: 'Out of memory' }).first();
    await row.click();
    const worst = shop.incidents.find(({ name }) => name === 'mailer-out-of-memory')?.worstLine;
    await workbench.caretReaches('the worst line', (line) => line === worst);
    await workbench.until(
      'the templates',
      () => workbench.treeRows('Templates').count(),
      (count) => count > 3,
    );
    await workbench.screenshot('trees');
  });

  for (const theme of ['dark', 'high-contrast', 'high-contrast-light', 'light'] as const) {
    it(`shows the marks in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      await workbench.runCommand('Oddline: Next Anomaly');
      await workbench.hover().waitFor();
      await workbench.decoratedLines().first().waitFor();
      await workbench.screenshot(`marks-${theme}`);
    });
  }

  it('says that its results are stale when the text is edited, and runs again on a click', async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.type('x');
    await workbench.statusBarItem('stale').waitFor();
    await workbench.screenshot('stale');
    await workbench.statusBarItem('stale').click();
    await workbench.statusBarItem('stale').waitFor({ state: 'detached', timeout: 30_000 });
    await workbench.statusBarItem(/\d+ anomalies/).waitFor({ timeout: 30_000 });
  });

  it('asks nothing of any machine but this one', () => {
    assert.deepEqual(workbench.requestsOutside, []);
  });
});
