import assert from 'node:assert/strict';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { type Theme, Workbench } from '../harness/workbench';
import { BigLogView } from './big-log-view';
import { TriageHands } from './triage';

const { text } = generateShopLog({ seed: 52, records: 3_000 });

describe('labelling by keyboard', () => {
  let workbench: Workbench;
  let hands: TriageHands;

  before(async () => {
    workbench = await Workbench.open({ files: { 'shop.log': text }, open: 'shop.log' });
    hands = new TriageHands(workbench);
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ anomalies/).waitFor({ timeout: 30_000 });
  });
  after(() => workbench?.close());

  it('single keys label one finding after the other, each with all lines of its kind', async () => {
    await hands.start('Oddline: Start Triage');
    await hands.pressAndMove('y');
    await hands.storedReach(1);
    await hands.pressAndMove('n');
    await hands.storedReach(2);
    await hands.pressAndMove('Shift+Y');
    const labels = await hands.storedReach(3);
    const said = labels.map(({ label, scope = 'record' }) => `${label} ${scope}`);
    assert.deepEqual(said.toSorted(), ['anomalous record', 'anomalous template', 'normal template']);
    for (const { by, at } of labels) assert.ok(by && at, 'who and when are kept');
    await hands.bar().waitFor();
  });

  it('what else is typed does not get into the log', async () => {
    await hands.press('a');
    await hands.press('Enter');
    await hands.pressAndMove('s');
    assert.equal(await workbench.statusBarItem('stale').count(), 0);
    assert.equal(workbench.read('shop.log'), text);
  });

  for (const theme of ['light', 'dark', 'high-contrast'] satisfies readonly Theme[]) {
    it(`is drawn in ${theme}`, async () => {
      await workbench.setTheme(theme);
      await workbench.gutterIcons().first().waitFor();
      await workbench.screenshot(`labelling-${theme}`);
    });
  }

  it('u takes the last label back and goes to its line', async () => {
    await hands.pressAndMove('s');
    const before = await workbench.caretLine();
    await hands.pressAndMove('n');
    await hands.storedReach(4);
    await hands.press('u');
    await hands.storedReach(3);
    await workbench.caretReaches('the line it was given to', (line) => line === before);
  });

  it('c asks for a category and a note in one box', async () => {
    await hands.press('c');
    const input = workbench.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill('database: pool too small');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'pool too small' })
      .waitFor();
    await workbench.screenshot('labelling-category');
    await workbench.page.keyboard.press('Enter');
    const labels = await hands.storedReach(4);
    const { note } = labels.find(({ category }) => category === 'database') ?? {};
    assert.equal(note, 'pool too small');
  });

  it('Next to Label goes to what teaches most, and says why', async () => {
    await hands.end();
    await hands.start('Oddline: Next to Label');
    await workbench.screenshot('labelling-next');
    await hands.pressAndMove('n');
    await hands.storedReach(5);
    await workbench.statusBarItem(/5 labels cover [\d.]+ %/).waitFor();
    await hands.end();
  });

  it('the Labels view lists them, removes one, and Undo Last Label gives it back', async () => {
    await workbench.setSize(900, 800);
    await workbench.runCommand('View: Focus on Labels View', 'Labels');
    const rows = workbench.treeRows('Labels');
    await rows.filter({ hasText: 'database' }).waitFor();
    await workbench.screenshot('labelling-view-narrow');
    await workbench.chooseFromMenu(rows.filter({ hasText: 'database' }), 'Remove Label');
    await hands.storedReach(4);
    await workbench.runCommand('Oddline: Undo Last Label');
    const labels = await hands.storedReach(5);
    assert.ok(labels.some(({ category }) => category === 'database'));
  });

  it('the same keys label in the big-log editor, where the same signs stand beside labelled lines', async () => {
    const { page } = new BigLogView(workbench);
    await workbench.runCommand('Oddline: Open in Big-Log Editor');
    await workbench.treeRows('Labels').filter({ hasText: 'database' }).click();
    await page.locator('.row.current .verdict-anomalous').waitFor();
    await workbench.runCommand('Oddline: Start Triage');
    await hands.status().waitFor();
    await page.locator('.row.current:not(:has([class*="verdict-"])) .severity[class*="codicon-"]').waitFor();
    const current = () => page.locator('.row.current .number').textContent();
    const before = await current();
    await hands.press('y');
    await hands.storedReach(6);
    await workbench.until('the view goes on', current, (line) => line !== before);
    await workbench.screenshot('labelling-big-log');
    await hands.press('u');
    await hands.storedReach(5);
    await workbench.until('the view goes back', current, (line) => line === before);
    await hands.end();
    await workbench.runCommand('View: Close Editor');
  });

  it('once it has ended the text can be typed into again', async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.type('x');
    await workbench.statusBarItem('stale').waitFor();
  });
});
