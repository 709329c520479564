import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { datasetFormats } from '../../src/engine/dataset/formats/formats';
import type { DatasetPageState, PreviewAnswer } from '../../src/protocol/dataset';
import { axeViolations } from './harness/dashboard-page';
import {
  type OpenedDatasetPage,
  openDatasetPage,
  previewWith,
  ScriptedDataset,
  usualChoices,
} from './harness/dataset-page';
import { chromiumPath, type Look, launch } from './harness/served-page';
import type { Theme } from './harness/themes';

const pictures = path.resolve(__dirname, '../../test-results/screenshots/dataset-export');

let browser: Browser;
let dataset: ScriptedDataset;
let opened: OpenedDatasetPage;
let page: Page;

async function open(state: Partial<DatasetPageState> = {}, look: Look = {}): Promise<void> {
  dataset = new ScriptedDataset(state);
  await show(look);
}

async function show(look: Look = {}): Promise<void> {
  opened = await openDatasetPage(browser, dataset, { width: 1100, height: 900, ...look });
  page = opened.page;
}

async function picture(name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
}

const examples = () => page.locator('.example');
const exportButton = () => page.getByRole('button', { name: 'Export', exact: true });
const lastAsked = () => dataset.previewed.at(-1);
/** While a preview is worked out, the one before is dimmed. */
const isSettled = () => page.locator('.preview:not([aria-busy])').waitFor();

/** In the page, as one by one a busy machine may take longer than the page waits for the next change. */
const changeAtOnce = `(() => {
  const field = (name) => [...document.querySelectorAll('label')].find((label) => label.textContent.startsWith(name)).control;
  const type = (name, text) => {
    field(name).value = text;
    field(name).dispatchEvent(new Event('input', { bubbles: true }));
  };
  type('At most', '20');
  field('As many normal').click();
  type('Most tokens', '2048');
})()`;

describe.skipIf(!chromiumPath)('the page of an export, in a browser', () => {
  beforeAll(async () => {
    browser = await launch('dataset-export');
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await page.close();
  });

  test.for<[Theme, number]>([
    ['light', 1100],
    ['dark', 1100],
    ['high-contrast', 1100],
    ['high-contrast-light', 420],
    ['dark', 420],
    ['high-contrast', 400],
  ])('is whole and breaks no rule of accessibility: %s, %i wide', async ([theme, width]) => {
    await open({ labelsFile: 'labels.jsonl', instructionsFile: 'mine.json' }, { theme, width });
    await expect.poll(() => examples().count()).toBe(3);
    await picture(`${theme}-${width}`);
    expect(await axeViolations(page)).toEqual([]);
    const overflow = await page.evaluate<number>(
      `document.documentElement.scrollWidth - document.documentElement.clientWidth`,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const below = await page.evaluate<number>(`document.documentElement.scrollHeight - innerHeight`);
    expect(below).toBe(0);
    await page
      .locator('.preview')
      .evaluate((preview: { scrollIntoView(): void }) => preview.scrollIntoView());
    await picture(`${theme}-${width}-preview`);
  });

  test('shows how much would be written, and three of them', async () => {
    await open();
    await expect.poll(() => examples().count()).toBe(3);
    expect(await page.locator('.counts').textContent()).toBe(
      'Sequences: 750 (train 600, validation 75, test 75)',
    );
    const facts = await page.locator('.facts').textContent();
    expect(facts).toMatch(/leaks\)\s*0\s*Near-duplicates left out\s*1,204/);
    expect(facts).toMatch(/reach into another part\s*3\s*Masked in the examples below\s*6/);
    expect(await examples().nth(1).textContent()).toContain('"output": "Anomalous."');
  });

  test('offers every format there is', async () => {
    await open();
    const offered = await page.evaluate<string[]>(
      `[...document.querySelector('select').options].map((option) => option.value)`,
    );
    expect(offered).toEqual(datasetFormats.map(({ name }) => name));
  });

  test('each choice asks anew, once nothing changes any more; what is outdated is given up', async () => {
    await open();
    await expect.poll(() => examples().count()).toBe(3);
    dataset.answer = (_, signal) =>
      new Promise<PreviewAnswer>((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new Error('given up'))),
      );
    await page.getByLabel('Format').selectOption('records');
    await expect.poll(() => dataset.previewed.length).toBe(2);
    dataset.answer = () => ({ kind: 'preview', preview: previewWith({ examples: [] }), problem: null });
    await page.evaluate(changeAtOnce);
    await expect.poll(() => lastAsked()?.maxTokens).toBe(2048);
    await expect.poll(() => dataset.cancelled).toBe(1);
    await isSettled();
    expect(dataset.previewed).toHaveLength(3);
    expect(lastAsked()).toEqual({
      ...usualChoices,
      ...{ format: 'records', balances: true, maxTokens: 2048 },
      unit: { kind: 'windows', least: 6, most: 20 },
    });
  });

  test('a number that is none says what is wanted, and holds the export', async () => {
    await open();
    await expect.poll(() => exportButton().isEnabled()).toBe(true);
    await page.getByLabel('Seed').fill('many');
    await expect.poll(() => exportButton().isEnabled()).toBe(false);
    expect(await page.getByText('A whole number from 0 to 2,147,483,647.').isVisible()).toBe(true);
    await page.getByLabel('Seed').fill('7');
    await expect.poll(() => exportButton().isEnabled()).toBe(true);
    await exportButton().click();
    await expect.poll(() => dataset.exported).toEqual([{ ...usualChoices, seed: 7 }]);
  });

  test('can be gone through by keyboard alone', async () => {
    await open();
    await page.getByLabel('Format').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => lastAsked()?.unit.kind).toBe('sessions');
    expect(lastAsked()?.format).toBe('sharegpt');
    expect(await page.getByLabel('At most').isVisible()).toBe(false);
  });

  test('files are chosen by the host, and taken back', async () => {
    await open({ labelsFile: 'known.jsonl' });
    await page.getByRole('button', { name: 'Without this file' }).click();
    await page.getByRole('button', { name: 'Choose…' }).last().click();
    await page.getByRole('button', { name: 'Edit Instructions…' }).click();
    await page.getByRole('button', { name: 'Label More…' }).click();
    await expect
      .poll(() => dataset.commands)
      .toEqual(['forgetLabels', 'chooseFolder', 'editInstructions', 'labelMore']);
  });

  test('a policy leaves no choice of what is hidden', async () => {
    await open({
      redactionForced: 'The policy of this machine requires it.',
      usual: { ...usualChoices, redacts: false },
    });
    const box = page.getByLabel('Hide secrets');
    expect(await box.isChecked()).toBe(true);
    expect(await box.isDisabled()).toBe(true);
    expect(await page.getByText('The policy of this machine requires it.').isVisible()).toBe(true);
  });

  test('a model writes only where it is asked to, and then secrets are hidden from it', async () => {
    await open({ usual: { ...usualChoices, redacts: false } });
    const drafts = page.getByLabel('Let your model write');
    expect(await drafts.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Choose Model…' }).click();
    await expect.poll(() => dataset.commands).toEqual(['chooseModel']);
    const model = { name: 'pen-8b', badge: 'sent to api.example.com', redacts: true };
    opened.host.notify('state', { ...dataset.state, model, texts: {} });
    await page.getByText('pen-8b · sent to api.example.com').waitFor();
    expect(await drafts.isChecked()).toBe(false);
    await drafts.check();
    await expect.poll(() => lastAsked()?.drafts).toBe(true);
    expect(await page.getByLabel('Hide secrets').isChecked()).toBe(true);
    await isSettled();
    await page.locator('.drafts').scrollIntoViewIfNeeded();
    await picture('drafts');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Format').selectOption('records');
    await expect.poll(() => drafts.isVisible()).toBe(false);
  });

  test.for<[string, Partial<DatasetPageState>, string]>([
    ['not-analysed', { status: 'none' }, 'Detect Anomalies'],
    ['changed', { status: 'stale' }, 'Run Again'],
  ])('begins with the analysis where it has to: %s', async ([name, state, label]) => {
    await open(state);
    await page.getByRole('button', { name: label }).click();
    await expect.poll(() => dataset.commands).toEqual(['analyse']);
    expect(await exportButton().isEnabled()).toBe(false);
    if (name === 'not-analysed')
      await page.getByText('What would be written is shown here once the log is analysed.').waitFor();
    await isSettled();
    await picture(name);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('what is waited for is said, until the first preview is there', async () => {
    dataset = new ScriptedDataset();
    let answer: (answer: PreviewAnswer) => void = () => undefined;
    dataset.answer = () => new Promise((resolve) => (answer = resolve));
    await show({ theme: 'light', width: 400 });
    await page.getByText('Working out what would be written…').waitFor();
    await page
      .locator('.preview')
      .evaluate((preview: { scrollIntoView(): void }) => preview.scrollIntoView());
    await picture('loading');
    expect(await exportButton().isEnabled()).toBe(false);
    await expect.poll(() => dataset.previewed.length).toBe(1);
    answer({ kind: 'preview', preview: previewWith(), problem: null });
    await expect.poll(() => examples().count()).toBe(3);
    expect(await page.getByText('Working out what would be written…').count()).toBe(0);
  });

  test('a result that comes is previewed', async () => {
    await open({ status: 'running' });
    opened.host.notify('state', { ...dataset.state, status: 'done', version: 2, texts: {} });
    await expect.poll(() => examples().count()).toBe(3);
    expect(dataset.previewed).toHaveLength(1);
  });

  test('what is in the way is told, with what was counted', async () => {
    dataset = new ScriptedDataset();
    const sentence = { pattern: 'Nothing says what is anomalous.', values: [] };
    const preview = previewWith({ problem: { code: 'nothing-labelled-here', sentence } });
    dataset.answer = () => ({ kind: 'preview', preview, problem: 'Nothing says what is anomalous.' });
    await show();
    await page.getByText('Nothing says what is anomalous.').waitFor();
    expect(await exportButton().isEnabled()).toBe(false);
    expect(await examples().count()).toBe(3);
    await picture('problem');
    dataset.answer = () => ({ kind: 'problem', problem: 'The labels are gone.' });
    await page.getByLabel('Seed').fill('3');
    await page.getByText('The labels are gone.').waitFor();
    expect(await examples().count()).toBe(0);
    await picture('failed');
  });

  test('log text is text, whatever it holds', async () => {
    dataset = new ScriptedDataset({ name: '<img src=x onerror=alert(1)>.log' });
    const [first] = previewWith().examples;
    const text = '</pre><script>document.title = "taken"</script>\u202e\u0000';
    const preview = previewWith({ examples: [{ ...first, text, category: '<b>bold</b>' }] });
    dataset.answer = () => ({ kind: 'preview', preview, problem: null });
    await show();
    await expect.poll(() => examples().count()).toBe(1);
    expect(await examples().textContent()).toContain('</pre><script>');
    expect(await page.locator('script:not([src]), .example b, img').count()).toBe(0);
    expect(await page.title()).toBe('dataset-export');
  });
});
