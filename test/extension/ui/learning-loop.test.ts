import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { datasetFormats } from '../../../src/engine/dataset/formats/formats';
import { generateSequences } from '../../../src/engine/dataset/generator/sequences/generate-sequences';
import { generatedLog } from '../../../src/engine/dataset/generator/sequences/generated-log';
import { generateDataset, writeGenerated } from '../../../src/node/datasets/generate-dataset';
import { answers } from '../../model-server/behaviours';
import { type ModelServer, startModelServer } from '../../model-server/model-server';
import { Workbench } from '../harness/workbench';
import { TriageHands } from './triage';

const options = { seed: 9, count: 400, language: 'en', services: 8, anomalies: 0.3 } as const;
const sequences = generateSequences(options);
const log = generatedLog(sequences);
/** What was planted, and of what looks like it in requests that end well that it is normal. */
const truth = [
  ...log.labels,
  ...sequences
    .filter(({ label }) => label === 'normal')
    .flatMap(({ records }) => records.filter(({ text }) => / (?:WARN|ERROR) /.test(text)))
    .map(({ line }) => ({ line, label: 0 })),
];
/** Of two faults somebody says otherwise, and of one what is known. */
const [contradicted, another, agreed] = log.labels;
const secondOpinion = [
  'line,label,note',
  `${contradicted.line},normal,we always see this on Mondays`,
  `${another.line},normal,`,
  `${agreed.line},anomalous,`,
  '',
].join('\n');

/** Where no server is: all that is to be sent there is asked about first. */
const remote = {
  'oddline.assistant.endpoint': 'https://models.example/v1',
  'oddline.assistant.model': 'tuned',
};
const asked = 12;

/** Labels make better detectors, exports a better model: both are measured before they are used. */
describe('the loop of learning', function () {
  this.timeout(240_000);
  let server: ModelServer;
  let workbench: Workbench;
  let hands: TriageHands;

  before(async () => {
    // A model that calls each request with an error a trouble of the network.
    server = await startModelServer(({ json }) => {
      const isBad = / ERROR /.test(json?.messages.at(-1)?.content ?? '');
      return answers(isBad ? 'Verdict: anomalous\nCategory: network' : 'Verdict: normal');
    });
    workbench = await Workbench.open({
      files: {
        'services.log': log.text,
        'planted.jsonl': truth.map((label) => `${JSON.stringify(label)}\n`).join(''),
        'second-opinion.csv': secondOpinion,
      },
      open: 'services.log',
      machineSettings: remote,
    });
    hands = new TriageHands(workbench);
    await writeRequests(workbench.file('requests'));
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ anomalies/).waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await workbench?.close();
    await server?.stop();
  });

  const quick = (): Locator => workbench.page.locator('.quick-input-widget');
  const rows = (): Locator => workbench.page.locator('.quick-input-list .monaco-list-row');
  const titled = (title: string) =>
    quick().locator('.quick-input-title', { hasText: title }).waitFor({ timeout: 30_000 });
  const dialog = (text: string | RegExp): Locator =>
    workbench.page.locator('.monaco-dialog-box', { hasText: text });
  const page = (): FrameLocator =>
    workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  const labelsFile = () => workbench.read('.oddline/labels.jsonl');
  const hasWeights = () => existsSync(workbench.file('.oddline/weights.json'));

  /** In the dialog for files, which is VS Code's own where it runs in a browser. */
  const chooseFile = async (title: string, name: string, button: string) => {
    await titled(title);
    // What is typed before its first folder is listed is overwritten.
    await rows()
      .filter({ hasText: path.basename(name) })
      .first()
      .waitFor({ timeout: 30_000 });
    await quick().locator('input').first().fill(workbench.file(name));
    await quick().getByRole('button', { name: button }).click();
  };
  const importFile = async (name: string) => {
    await workbench.runCommand('Oddline: Import Labels');
    await chooseFile('Choose a file of labels', name, 'Import');
  };
  /** Up to the question whether the examples may be sent. */
  const evaluateRequests = async () => {
    await workbench.runCommand('Oddline: Evaluate Model');
    await chooseFile('Choose the folder of a data set', `requests${path.sep}`, 'Choose');
    await titled('Which model is to be evaluated?');
  };
  const askAboutFew = async (model: string) => {
    await rows().filter({ hasText: model }).first().click();
    await titled('Most examples to ask about');
    await quick().locator('input').first().fill(String(asked));
    await workbench.page.keyboard.press('Enter');
  };

  it('takes labels from a file', async () => {
    await importFile('planted.jsonl');
    await workbench.notification(`${truth.length} labels imported`).waitFor({ timeout: 30_000 });
    const labels = await hands.storedReach(truth.length);
    assert.equal(labels.filter(({ label }) => label === 'anomalous').length, log.labels.length);
  });

  it('asks what holds where a file says otherwise', async () => {
    const before = labelsFile();
    await importFile('second-opinion.csv');
    await titled('Line 2 of the file says otherwise');
    await rows().filter({ hasText: 'Take theirs: Normal' }).waitFor();
    await workbench.screenshot('loop-conflict');
    await rows().filter({ hasText: 'Keep mine: Anomalous' }).first().click();
    await titled('Line 3 of the file says otherwise');
    await rows().filter({ hasText: 'Keep mine: Anomalous' }).first().click();
    await workbench.notification('already here: 1 · kept as they were: 2').waitFor({ timeout: 30_000 });
    assert.equal(labelsFile(), before);
  });

  it('shows what labels make of the detectors before anything changes by it', async () => {
    await workbench.setTheme('dark');
    await workbench.runCommand('Oddline: Re-fit Detectors From Labels');
    const question = dialog(
      /Precision: 0\.\d\d → 0\.\d\d\s*Recall: 0\.\d\d → 0\.\d\d\s*F1: 0\.\d\d → 0\.\d\d/,
    );
    await question.waitFor({ timeout: 30_000 });
    await workbench.screenshot('loop-refit');
    assert.equal(hasWeights(), false);
    await question.getByRole('button', { name: 'Use These Weights' }).click();
    await workbench.notification('Detectors re-fitted from labels').waitFor({ timeout: 30_000 });
    assert.equal(hasWeights(), true);
    await workbench.runCommand('Oddline: Focus on Anomalies View');
    const standing = workbench.treeRows('Anomalies').filter({ hasText: 'learned weights in use' });
    await standing.first().waitFor({ timeout: 30_000 });
  });

  it('holds each detector to the labels', async () => {
    await workbench.setTheme('high-contrast');
    await workbench.runCommand('Oddline: Open Dashboard');
    const model = page().locator('#model');
    await model.waitFor({ timeout: 60_000 });
    await model.scrollIntoViewIfNeeded();
    await page().locator('#model[data-state="content"]').waitFor({ timeout: 30_000 });
    await model.locator('.fact-list', { hasText: 'learned weights in use' }).waitFor();
    await model.locator('table.confusion', { hasText: 'Not marked' }).waitFor();
    await model.locator('table.measures', { hasText: 'ROC area' }).waitFor();
    await model.locator('.curves svg', { hasText: 'ROC' }).scrollIntoViewIfNeeded();
    assert.equal(await model.locator('.curves svg').count(), 2);
    await workbench.screenshot('loop-model');
  });

  it('forgets what was learned, and takes that back', async () => {
    const inUse = page().locator('#model .fact-list', { hasText: 'learned weights in use' });
    await workbench.runCommand('Oddline: Forget Learned Weights');
    await workbench.notification('Learned weights forgotten').waitFor({ timeout: 30_000 });
    assert.equal(hasWeights(), false);
    await inUse.waitFor({ state: 'detached', timeout: 30_000 });
    await workbench.pressInNotification('Learned weights forgotten', 'Undo');
    await inUse.waitFor({ timeout: 30_000 });
    assert.equal(hasWeights(), true);
    await workbench.runCommand('View: Close Editor');
  });

  it('says what goes where before a model is asked about a data set, and sends nothing unless agreed', async () => {
    await evaluateRequests();
    await askAboutFew('tuned');
    const question = dialog(`Ask tuned about ${asked} examples of requests?`);
    await question.waitFor({ timeout: 30_000 });
    for (const said of ['sent to models.example', 'never its answer', 'Secrets and personal data are hidden'])
      assert.ok((await question.innerText()).includes(said), said);
    await workbench.screenshot('loop-consent');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    assert.equal(await workbench.page.locator('.tab', { hasText: 'Evaluation of' }).count(), 0);
  });

  it('measures a model beside the detectors', async () => {
    await evaluateRequests();
    await rows().filter({ hasText: 'Choose Model…' }).click();
    await rows().filter({ hasText: 'Any server with a key' }).click();
    await rows().filter({ hasText: 'Another Address' }).click();
    await titled('Address of the server');
    await quick().locator('input').first().fill(server.url);
    await workbench.page.keyboard.press('Enter');
    await titled('Key of');
    await workbench.page.keyboard.press('Enter');
    await rows().filter({ hasText: 'test-model' }).click();
    await titled('Which model is to be evaluated?');
    await askAboutFew('test-model');
    const question = dialog('They stay on this machine (127.0.0.1');
    await question.waitFor({ timeout: 30_000 });
    assert.deepEqual(server.chats, []);
    await question.getByRole('button', { name: 'Ask', exact: true }).click();
    await page().getByRole('heading', { name: 'Evaluation of test-model' }).waitFor({ timeout: 60_000 });
    const heads = await page().locator('table').first().locator('th').allInnerTexts();
    assert.deepEqual(heads, ['', 'test-model', 'Built-in detectors']);
    await page().getByText(`${asked} of 40 examples of test.jsonl (openai)`).waitFor();
    assert.equal(server.chats.length, asked);
    await workbench.setSize(760);
    await workbench.screenshot('loop-evaluation-narrow');
  });
});

/** 400 requests as chats, split for training. */
async function writeRequests(folder: string): Promise<void> {
  const output = datasetFormats.find(({ name }) => name === 'openai');
  assert.ok(output);
  const card = {
    version: 'test',
    command: [],
    preset: null,
    say: ({ pattern }: { pattern: string }) => pattern,
  };
  const wishes = { options, parts: [{ folder: '', output, subset: null }], card, replaces: false };
  await writeGenerated(folder, await generateDataset(folder, wishes), wishes, new AbortController().signal);
}
