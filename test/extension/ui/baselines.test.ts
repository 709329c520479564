import { existsSync } from 'node:fs';
import { Workbench } from '../harness/workbench';

const clock = (i: number) => new Date(Date.UTC(2026, 3, 2, 6, 0, i)).toISOString();
const lines = (text: (i: number) => string) =>
  `${Array.from({ length: 3000 }, (_, i) => `${clock(i)} INFO ${text(i)}`).join('\n')}\n`;

const mill = lines((i) => (i % 4 === 0 ? `sack ${i} of flour filled` : `stone turned ${(i * 7) % 90} times`));
const windmill = lines((i) => `windmill ${i % 7} turned to face the wind from ${i % 360} degrees`);

describe('baselines', () => {
  let workbench: Workbench;
  const pick = (text: string) =>
    workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();

  before(async () => {
    const files = { 'mill.log': mill, 'windmill.log': windmill };
    workbench = await Workbench.open({ files, open: 'mill.log' });
  });
  after(() => workbench?.close());

  it('are learned from a log and kept in a file beside it', async () => {
    await workbench.runCommand('Oddline: Learn Baseline from This Log');
    const input = workbench.page.locator('.quick-input-widget input').first();
    await workbench.until(
      'the name is not offered',
      () => input.inputValue(),
      (name) => name.endsWith('mill.log.oddline'),
    );
    await workbench.screenshot('baseline-save');
    await workbench.page.keyboard.press('Enter');
    await workbench
      .notification('mill.log.oddline now knows 2 kinds of messages')
      .waitFor({ timeout: 30_000 });
    await workbench.until(
      'the file is not there',
      async () => existsSync(workbench.file('mill.log.oddline')),
      (isThere) => isThere,
    );
    await workbench.screenshot('baseline-learned');
  });

  it('are offered for another log, which is told of if it does not fit', async () => {
    await workbench.openFile('windmill.log');
    await workbench.runCommand('Oddline: Use Baseline…');
    await pick('mill.log.oddline').click();
    await workbench.notification('This log no longer fits its baseline').waitFor({ timeout: 30_000 });
    await workbench.runCommand('Anomalies: Focus on Anomalies View', 'Anomalies');
    const relearn = workbench.treeRows('Anomalies').filter({ hasText: 'Relearn' });
    await relearn.waitFor();
    await workbench.screenshot('baseline-drift');
    await relearn.click();
    await pick('Replace mill.log.oddline').waitFor();
    await pick('Add to mill.log.oddline').waitFor();
    await workbench.screenshot('baseline-relearn');
    await workbench.page.keyboard.press('Escape');
  });
});
