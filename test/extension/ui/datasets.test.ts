import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { generateSequences } from '../../../src/engine/dataset/generator/sequences/generate-sequences';
import { generatedLog } from '../../../src/engine/dataset/generator/sequences/generated-log';
import { Workbench } from '../harness/workbench';
import { ExportPage } from './export-page';

const { text } = generatedLog(
  generateSequences({ seed: 5, count: 400, language: 'en', services: 8, anomalies: 0.3 }),
);

describe('data sets', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let exporting: ExportPage;
  before(async () => {
    workbench = await Workbench.open({ files: { 'services.log': text } });
    exporting = new ExportPage(workbench);
    await workbench.openFile('services.log');
  });
  after(() => workbench?.close());

  const input = () => workbench.page.locator('.quick-input-widget input').first();
  const partsIn = (folder: string) =>
    existsSync(workbench.file(folder)) ? readdirSync(workbench.file(folder)).sort() : [];

  it('a log that was not analysed is, and then previewed', async () => {
    await exporting.open('services.log');
    assert.match(await exporting.counts().innerText(), /^Sequences: \d+ \(train \d+, validation \d+/);
    await workbench.screenshot('dataset-export');
  });

  for (const theme of ['light', 'high-contrast', 'dark'] as const) {
    it(`is readable in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      await exporting.previews('again');
      await workbench.screenshot(`dataset-export-${theme}`);
    });
  }

  it('shows what each choice would make of it', async () => {
    await exporting.frame().getByLabel('Format').selectOption('sequence');
    await exporting
      .examples()
      .first()
      .locator('pre', { hasText: '"log_entries"' })
      .waitFor({ timeout: 30_000 });
    await exporting.frame().getByLabel('What Oddline found').uncheck();
    await exporting.frame().getByText('Nothing says what is anomalous').waitFor({ timeout: 30_000 });
    assert.equal(await exporting.exportButton().isEnabled(), false);
    await workbench.screenshot('dataset-export-unlabelled');
    await exporting.frame().getByLabel('What Oddline found').check();
    await exporting.frame().getByLabel('As many normal').check();
    await workbench.until(
      'that it can be exported',
      () => exporting.exportButton().isEnabled(),
      (isEnabled) => isEnabled,
    );
  });

  it('fits beside another editor', async () => {
    await workbench.setSize(760);
    await exporting.frame().locator('.preview').scrollIntoViewIfNeeded();
    await workbench.screenshot('dataset-export-narrow');
    await workbench.setSize(1400);
  });

  it('writes it whole, and finds nothing wrong with it', async () => {
    if (partsIn('services-dataset').length === 0) await exporting.exportButton().click();
    await workbench.notification('The data set is in services-dataset').first().waitFor({ timeout: 60_000 });
    const written = partsIn('services-dataset');
    assert.deepEqual(written, [
      'data-card.json',
      'data-card.md',
      'test.jsonl',
      'train.jsonl',
      'validation.jsonl',
    ]);
    const [first] = workbench.read('services-dataset/train.jsonl').split('\n');
    assert.equal(typeof JSON.parse(first).sequence_id, 'string');
    await workbench.pressInNotification('The data set is in services-dataset', 'Validate');
    await workbench.page
      .locator('.tab.active', { hasText: 'Check of services-dataset' })
      .waitFor({ timeout: 30_000 });
    await workbench.page.locator('.view-line', { hasText: 'It can be used' }).first().waitFor();
    await workbench.screenshot('dataset-validated');
    await workbench.runCommand('View: Close Editor');
  });

  it('asks before it replaces one', async () => {
    const before = workbench.read('services-dataset/data-card.json');
    // What was written is told where the button is.
    await workbench.runCommand('Notifications: Clear All Notifications');
    await exporting.previews('again');
    await exporting.exportButton().click();
    const dialog = workbench.page.locator('.monaco-dialog-box', { hasText: 'There is a data set in' });
    await dialog.waitFor({ timeout: 30_000 });
    await workbench.screenshot('dataset-replace');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    assert.equal(workbench.read('services-dataset/data-card.json'), before);
    assert.deepEqual(
      partsIn('.').filter((name) => name.includes('tmp')),
      [],
    );
  });

  it('tells what is wrong with a line, in a report and in the list of problems', async () => {
    appendFileSync(workbench.file('services-dataset/test.jsonl'), '{"sequence_id": "x", "label": 7}\n');
    await workbench.runCommand('View: Show Explorer', 'Explorer');
    const folder = workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'services-dataset' })
      .first();
    await folder.waitFor({ timeout: 30_000 });
    await workbench.chooseFromMenu(folder, 'Validate Dataset…');
    await input().press('Enter');
    await workbench.page
      .locator('.view-line', { hasText: 'Do not train on it yet' })
      .first()
      .waitFor({ timeout: 30_000 });
    await workbench.runCommand('View: Focus Problems', 'Problems');
    await workbench.page
      .locator('.markers-panel .monaco-list-row', { hasText: 'test.jsonl' })
      .first()
      .waitFor({ timeout: 30_000 });
    await workbench.screenshot('dataset-problems');
    await workbench.runCommand('View: Close Editor');
  });

  it('makes one of a shop whose faults are known', async () => {
    await workbench.runCommand('Oddline: Generate Dataset');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Whole log' }).click();
    for (const title of ['How many sequences', 'Language of', 'Seed']) {
      await workbench.page.locator('.quick-input-title', { hasText: title }).waitFor();
      await workbench.page.keyboard.press('Enter');
    }
    await workbench.page.locator('.quick-input-title', { hasText: 'Where to write' }).waitFor();
    await input().fill(`${workbench.folder}${path.sep}`);
    await workbench.page.locator('.quick-input-widget').getByRole('button', { name: 'Choose' }).click();
    await workbench.notification('The data set is in oddline-log-en-1').first().waitFor({ timeout: 60_000 });
    assert.deepEqual(partsIn('oddline-log-en-1'), [
      'data-card.json',
      'data-card.md',
      'labels.jsonl',
      'services.log',
    ]);
    await workbench.screenshot('dataset-generated');
    await workbench.pressInNotification('The data set is in oddline-log-en-1', 'Open Log');
    await workbench.waitForEditor('services.log');
  });
});
