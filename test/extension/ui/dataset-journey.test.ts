import assert from 'node:assert/strict';
import type { DatasetExample } from '../../../src/engine/dataset/formats/format';
import { datasetFormats } from '../../../src/engine/dataset/formats/formats';
import { generateSequences } from '../../../src/engine/dataset/generator/sequences/generate-sequences';
import { generatedLog } from '../../../src/engine/dataset/generator/sequences/generated-log';
import { Workbench } from '../harness/workbench';
import { ExportPage } from './export-page';
import { type StoredLabel, TriageHands } from './triage';

const { text } = generatedLog(
  generateSequences({ seed: 9, count: 300, language: 'en', services: 8, anomalies: 0.3 }),
);
const note = 'looked into on Monday';

/** Labels given by keyboard become training data, which is read back and says what the labels said. */
describe('from labels to training data', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let hands: TriageHands;
  let page: ExportPage;
  let labels: readonly StoredLabel[];

  before(async () => {
    workbench = await Workbench.open({ files: { 'services.log': text }, open: 'services.log' });
    hands = new TriageHands(workbench);
    page = new ExportPage(workbench);
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ anomalies/).waitFor({ timeout: 60_000 });
  });
  after(() => workbench?.close());

  it('findings are labelled by keyboard', async () => {
    await hands.start('Oddline: Start Triage');
    const first = await workbench.caretLine();
    await hands.press('c');
    const input = workbench.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`database: ${note}`);
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: note }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await hands.storedReach(1);
    await workbench.caretReaches('the next finding', (line) => line !== first);
    await hands.pressAndMove('n');
    labels = await hands.storedReach(2);
    await hands.end();
    assert.deepEqual(labels.map(({ label, scope }) => `${label} ${scope}`).toSorted(), [
      'anomalous template',
      'normal template',
    ]);
  });

  it('are exported alone, without what Oddline found', async () => {
    await page.open('services.log');
    await page.frame().getByLabel('Format').selectOption('classification');
    await page.frame().getByLabel('What Oddline found').uncheck();
    await page
      .frame()
      .locator('.preview:not([aria-busy])', { hasText: 'database' })
      .first()
      .waitFor({ timeout: 30_000 });
    await workbench.screenshot('journey-export');
    await page.exportButton().click();
    await workbench.notification('The data set is in services-dataset').first().waitFor({ timeout: 60_000 });
  });

  it('nothing is wrong with what was written', async () => {
    await workbench.pressInNotification('The data set is in services-dataset', 'Validate');
    const verdict = workbench.page.locator('.view-line', { hasText: 'It can be used' });
    await verdict.first().waitFor({ timeout: 60_000 });
    await workbench.screenshot('journey-validated');
  });

  it('read back, it says of each sequence what the labels said', () => {
    const examples = ['train', 'validation', 'test'].flatMap((part) =>
      readBack(workbench.read(`services-dataset/${part}.jsonl`)),
    );
    const ofDatabase = constantWordsOf(
      labels.find(({ category }) => category === 'database')?.template ?? '',
    );
    assert.ok(ofDatabase.length > 0);
    const speaksOfIt = ({ texts }: DatasetExample) =>
      ofDatabase.every((word) => texts.some((line) => line.includes(word)));
    const anomalous = examples.filter(({ label }) => label === 'anomalous');
    assert.ok(anomalous.length > 0 && anomalous.length < examples.length);
    for (const example of anomalous) {
      assert.equal(example.category, 'database');
      assert.ok(speaksOfIt(example), `${example.id} holds the template that was labelled`);
    }
    const card = JSON.parse(workbench.read('services-dataset/data-card.json')) as { sources: unknown };
    assert.ok(JSON.stringify(card).includes('labels.jsonl'), 'the card names the labels');
  });
});

function readBack(text: string): DatasetExample[] {
  const format = datasetFormats.find(({ name }) => name === 'classification');
  assert.ok(format?.ending === 'jsonl');
  return text
    .trim()
    .split('\n')
    .map((line, at) => {
      const { example, problem } = format.read(JSON.parse(line), at + 1);
      assert.equal(problem, undefined);
      assert.ok(example);
      return example;
    });
}

/** Of a pattern: what no value stands in. */
function constantWordsOf(pattern: string): string[] {
  return pattern.split(/\s+/).filter((word) => /^[A-Za-z]{4,}$/.test(word));
}
