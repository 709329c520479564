import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { Workbench } from '../harness/workbench';
import { pressLog } from '../press-log';
import { languageStatus } from './language-status';
import { markedTexts } from './marks';

const oddLine = 'Papierriss im Trockner';
const files = { 'presse-1.log': pressLog(), 'presse-2.log': pressLog(900, 300) };

describe('a log that is told how it is to be read', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ files, open: 'presse-1.log' });
  });
  after(() => workbench?.close());

  /** Selects from the caret's place on in the line found by its words. */
  async function selectInLine(words: string, from: number, length: number): Promise<void> {
    const { page } = workbench;
    const line = page.locator('.editor-instance .view-line', { hasText: words }).last();
    await line.click({ position: { x: 2, y: 8 } });
    await page.keyboard.press('Home');
    for (let i = 0; i < from; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.down('Shift');
    for (let i = 0; i < length; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.up('Shift');
  }

  it('says that no time was found, as a warning', async () => {
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/no anomalies/).waitFor({ timeout: 30_000 });
    await languageStatus(workbench, /^warning: .*plain text · 0 % with time.*900 records/);
    await workbench.screenshot('understanding-status-warning');
    await workbench.page.keyboard.press('Escape');
  });

  it('offers the gestures by the selection’s context menu, and learns from one', async () => {
    const { page } = workbench;
    await workbench.page.keyboard.press('Escape');
    await selectInLine('Bogen 1001 eingezogen', 'halle-0/presse | '.length, '21.11.26 06h00'.length);
    await page.keyboard.press('Shift+F10');
    const submenu = page.locator('.monaco-menu .action-item', { hasText: 'Oddline: This Is…' });
    await submenu.hover();
    const item = page.locator('.monaco-submenu .action-item', { hasText: 'This Is the Time Stamp' });
    await item.waitFor();
    await workbench.screenshot('understanding-menu');
    await workbench.clickInMenu(item);
    const told = workbench.notification('Time found in 100 % of the records (before: 0 %)');
    await told.waitFor({ timeout: 30_000 });
    await workbench.screenshot('understanding-learned');
    assert.match(await told.innerText(), /presse-\*/);
    assert.deepEqual(readdirSync(workbench.file('.oddline')), ['formats.jsonl']);
  });

  it('says then what was found, and what it was shown', async () => {
    await languageStatus(workbench, /^plain text · 100 % with time.*shown: the time stamp/);
    await workbench.screenshot('understanding-status');
    await workbench.page.keyboard.press('Escape');
  });

  it('shows what was understood beside the log', async () => {
    await workbench.runCommand('Oddline: What Was Understood');
    await workbench.page.locator('.tab.active', { hasText: 'as understood' }).waitFor();
    await workbench.page.locator('.view-line', { hasText: 'Shown: the time stamp' }).waitFor();
    await workbench.page.locator('.codelens-decoration', { hasText: 'Forget' }).waitFor();
    await workbench.screenshot('understood-light');
  });

  for (const theme of ['dark', 'high-contrast', 'high-contrast-light', 'light'] as const) {
    it(`is readable, ${theme}`, async () => {
      await workbench.setTheme(theme);
      await workbench.screenshot(`understood-${theme}`);
    });
  }

  it('leads to the line in the log by Enter', async () => {
    const { page } = workbench;
    await selectInLine('21.11.26 06h15', 0, 0);
    await page.keyboard.press('Enter');
    await workbench.caretReaches('the line shown', (line) => line === 46);
  });

  it('marks the line whose level is said to be an error', async () => {
    const { page } = workbench;
    await page.keyboard.press('Control+Home');
    await workbench.runCommand('Go to Line/Column');
    // The palette it was chosen in has an input of its own.
    await page.locator('.quick-input-widget input:focus').waitFor();
    await page.locator('.quick-input-widget input').first().fill(':700');
    await page.keyboard.press('Enter');
    await workbench.caretReaches('line 700', (line) => line === 700);
    await selectInLine(oddLine, 'halle-1/presse | 21.11.26 09h53 | '.length, 'schlimm'.length);
    await workbench.runCommand('Oddline: This Is the Level');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'error' }).first().click();
    await workbench.notification('Level found in').waitFor({ timeout: 30_000 });
    const [texts] = await workbench.until(
      'the line is marked',
      () => markedTexts(workbench),
      ([group]) => group !== undefined && group.length > 0,
    );
    assert.deepEqual(
      texts?.map((text) => text.includes(oddLine)),
      [true],
    );
    await workbench.statusBarItem('1 anomaly').waitFor();
  });

  it('takes the mark away when that is undone', async () => {
    await workbench.pressInNotification('Level found in', 'Undo');
    await workbench.statusBarItem('no anomalies').waitFor({ timeout: 30_000 });
    await workbench.until(
      'no line is marked',
      () => markedTexts(workbench),
      (groups) => groups.flat().length === 0,
    );
  });

  it('in a narrow window still shows it all', async () => {
    await workbench.page.locator('.tab', { hasText: 'as understood' }).click();
    await workbench.setSize(700);
    await workbench.screenshot('understood-narrow');
    await workbench.setSize(1400);
  });

  it('says of another log of that name that it is to be read again when what was shown is forgotten', async () => {
    await workbench.openFile('presse-2.log');
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/no anomalies/).waitFor({ timeout: 30_000 });
    await workbench.page.locator('.tab', { hasText: 'as understood' }).click();
    await workbench.page.locator('.codelens-decoration a', { hasText: 'Forget' }).first().click();
    await workbench.page.locator('.view-line', { hasText: '0 % with time' }).first().waitFor();
    await workbench.openFile('presse-2.log');
    await workbench.statusBarItem('stale').waitFor({ timeout: 30_000 });
  });

  it('says so where there are no results any more', async () => {
    await workbench.page.locator('.tab', { hasText: 'as understood' }).click();
    await workbench.runCommand('Oddline: Clear Results');
    await workbench.page.locator('.view-line', { hasText: 'has no results' }).waitFor();
    await workbench.page.locator('.codelens-decoration', { hasText: 'Detect Anomalies' }).waitFor();
    await workbench.screenshot('understood-empty');
  });
});
