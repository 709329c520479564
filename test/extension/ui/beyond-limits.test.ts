import assert from 'node:assert/strict';
import { appendFileSync, copyFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { Workbench } from '../harness/workbench';
import { BigLogView } from './big-log-view';

const clock = (second: number) => new Date(Date.UTC(2026, 4, 4, 7, 0, second)).toISOString();
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const sluice = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${clock(from + i)} INFO sluice: gate ${i % 7} at ${(i * 13) % 90} cm`,
  );
const lock = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => `${clock(from + i)} INFO lock: barge ${i} went up`);
const trouble = (second: number) => `${clock(second)} ERROR sluice: gate 3 does not close, water is rising`;

/** Above it VS Code in the browser shows a page instead of the text until somebody says so. */
const confirmedMegabytes = 12;
const veryLarge = text(sluice(0, (confirmedMegabytes + 1) * 20_000));
/** More lines than VS Code folds, in fewer bytes than it asks about. */
const manyLines = text(Array.from({ length: 300_002 }, (_, i) => `INFO tick ${i % 5}`));

describe('beyond what VS Code shows of a log', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let view: BigLogView;
  before(async () => {
    workbench = await Workbench.open({
      files: {
        'canal.log': veryLarge,
        'ticks.log': manyLines,
        'sluice.log': text(sluice(0, 300)),
        'lock.log': text(lock(0, 20)),
        'weir.log': text(sluice(5, 20)),
      },
      settings: { 'workbench.editorLargeFileConfirmation': confirmedMegabytes },
    });
    view = new BigLogView(workbench);
  });
  after(() => workbench?.close());

  const pick = (label: string) =>
    workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first();
  const open = async (name: string) => {
    await workbench.runCommand('View: Show Explorer', 'Explorer');
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: name })
      .first()
      .dblclick();
    await workbench.page.locator('.tab.active', { hasText: name }).first().waitFor();
  };

  it('its page for very large files is left by a button in the title bar, before anything else was done', async () => {
    await open('canal.log');
    await workbench.page.getByText('very large').first().waitFor({ timeout: 30_000 });
    const button = workbench.page.locator('.editor-actions [aria-label*="Open in Big-Log Editor"]').first();
    await button.waitFor();
    await workbench.screenshot('very-large-page');
    await button.click();
    await view.shows('gate 0 at 0 cm');
  });

  it('its page is told apart once Oddline runs: in the status bar, and once in words', async () => {
    await workbench.page.locator('.tab', { hasText: 'canal.log' }).first().click();
    await workbench.statusBarItem('Open in Big-Log Editor').waitFor({ timeout: 30_000 });
    await workbench.notification('too large for VS Code').waitFor();
  });

  it('the dial of a log it does not fold opens the big-log editor, and says why', async () => {
    await workbench.openFile('ticks.log');
    await workbench.runCommand('Oddline: Noise Dial…');
    await workbench
      .notification('VS Code folds no text over 20 MB or 300,000 lines')
      .waitFor({ timeout: 30_000 });
    await pick('Only the rare').waitFor();
    await workbench.screenshot('dial-beyond-limits');
    await workbench.page.keyboard.press('Escape');
    await view.shows('tick 1');
  });

  it('a log is followed, and what is new is marked as it comes', async () => {
    await workbench.openFile('sluice.log');
    await workbench.runCommand('Oddline: Open in Big-Log Editor');
    await view.shows('gate 0 at 0 cm');
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/No anomalies|\d+ anomal/i).waitFor({ timeout: 30_000 });
    await workbench.runCommand('Oddline: Follow Log');
    await view.page.locator('.status [aria-pressed="true"]').waitFor();
    appendFileSync(workbench.file('sluice.log'), text([...sluice(300, 5), trouble(306)]));
    await view.shows('water is rising');
    await view.page
      .locator('.row[class*="is-"]', { hasText: 'water is rising' })
      .waitFor({ timeout: 30_000 });
    await workbench.screenshot('followed-mark');
  });

  it('it is followed into its new file when it is rotated', async () => {
    renameSync(workbench.file('sluice.log'), workbench.file('sluice.log.1'));
    writeFileSync(workbench.file('sluice.log'), text(sluice(310, 3)));
    // What is said goes after some seconds.
    await Promise.all([view.shows(clock(312)), view.says('The log was rotated')]);
    await view.says('309 lines');
    await workbench.screenshot('followed-rotated');
  });

  it('it is followed when it is copied away and emptied', async () => {
    renameSync(workbench.file('sluice.log.1'), workbench.file('sluice.log.2'));
    copyFileSync(workbench.file('sluice.log'), workbench.file('sluice.log.1'));
    truncateSync(workbench.file('sluice.log'), 0);
    await view.says('The log was emptied');
    appendFileSync(workbench.file('sluice.log'), text([`${clock(320)} FATAL pump: both motors burnt out`]));
    await view.shows('motors burnt out');
    await view.page
      .locator('.row[class*="is-"]', { hasText: 'motors burnt out' })
      .waitFor({ timeout: 30_000 });
    await workbench.screenshot('followed-emptied');
  });

  it('a merge is written to a file, in its order', async () => {
    await workbench.runCommand('View: Close All Editors', 'Close All Editors');
    await workbench.openFile('lock.log');
    await workbench.openFile('weir.log');
    await workbench.runCommand('Oddline: Merge Logs by Time…');
    await pick('Further files…').waitFor();
    await workbench.page.keyboard.press('Enter');
    await view.shows('barge 0 went up');
    await workbench.runCommand('Oddline: Export Merged Log…');
    const input = workbench.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await workbench.page.locator('.quick-input-title', { hasText: 'Export Merged Log' }).waitFor();
    await workbench.until(
      'a name is proposed',
      () => input.inputValue(),
      (name) => name.endsWith('lock+weir.log'),
    );
    await workbench.page.keyboard.press('Enter');
    await workbench.notification('lock+weir.log is written').waitFor({ timeout: 30_000 });
    const lines = workbench.read('lock+weir.log').trimEnd().split('\n');
    assert.equal(lines.length, 40);
    const times = lines.map((line) => /\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(line)?.[0] ?? line);
    assert.deepEqual(times, times.toSorted());
  });

  it('a merge of which a file went is opened again when it is back', async () => {
    const weir = workbench.read('weir.log');
    rmSync(workbench.file('weir.log'));
    const banner = view.page.locator('.banner', { hasText: 'weir.log' });
    await banner.waitFor({ timeout: 30_000 });
    writeFileSync(workbench.file('weir.log'), `${trouble(0)}\n${weir}`);
    await banner.getByText('Open Again').click();
    await view.shows('water is rising');
    await view.says('41 lines');
  });
});
