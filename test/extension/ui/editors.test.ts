import assert from 'node:assert/strict';
import { generateQuietLog, generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';
import { expectedFindings } from './expected-findings';
import { markedTexts } from './marks';

const files = {
  'one.log': generateShopLog({ seed: 8, records: 3_000 }).text,
  'two.log': generateQuietLog({ seed: 9, records: 2_000 }).text,
};
/** Without their tabs, which VS Code draws as blanks. */
const lines = files['one.log'].split('\n').map((line) => line.trimStart());
const findings = expectedFindings(files['one.log']);
const expected = new Set(findings.flatMap(({ line, endLine }) => lines.slice(line - 1, endLine)));

function assertExpected(texts: readonly string[] = []): void {
  assert.ok(texts.length > 0, 'something is marked');
  assert.deepEqual(
    texts.filter((text) => !expected.has(text.trimStart())),
    [],
    'nothing but findings is marked',
  );
}

describe('marks in several editors', () => {
  let workbench: Workbench;
  const marks = (what: string, isSo: (groups: string[][]) => boolean) =>
    workbench.until(what, () => markedTexts(workbench), isSo);

  before(async () => {
    workbench = await Workbench.open({ files, open: 'one.log' });
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(`${findings.length} anomalies`).waitFor({ timeout: 30_000 });
  });
  after(() => workbench?.close());

  it('are on the lines of the findings', async () => {
    await workbench.runCommand('Oddline: Next Anomaly');
    const first = lines[(findings[0]?.line ?? 0) - 1] ?? '';
    const [texts] = await marks('the first finding is marked', ([group]) => group?.includes(first) === true);
    assertExpected(texts);
  });

  it('are there when one scrolls thousands of lines down', async () => {
    await workbench.runCommand('Oddline: Previous Anomaly');
    const last = findings.at(-1)?.line ?? 0;
    assert.ok(last > 2_000);
    await workbench.caretReaches('the last finding', (line) => line === last);
    const text = lines[last - 1] ?? '';
    const [texts] = await marks('the last finding is marked', ([group]) => group?.includes(text) === true);
    assertExpected(texts);
    await workbench.page.keyboard.press('Escape');
  });

  it('are in both halves of a split editor', async () => {
    await workbench.runCommand('View: Split Editor');
    const [left, right] = await marks(
      'both are marked',
      ([one = [], two = []]) => one.length > 0 && two.length > 0,
    );
    assertExpected(left);
    assertExpected(right);
    await workbench.screenshot('split-editor');
  });

  it('are not in another log beside it', async () => {
    await workbench.openFile('two.log');
    await workbench.statusBarItem('Analyse').waitFor();
    const [left] = await marks('the right half is bare', ([, right]) => right?.length === 0);
    assertExpected(left);
    await workbench.screenshot('two-logs');
  });

  it('stay when the log is renamed', async () => {
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'one.log' }).click();
    await workbench.page.keyboard.press('F2');
    const name = workbench.page.locator('.explorer-folders-view input');
    await name.fill('renamed.log');
    await name.press('Enter');
    await workbench.page.locator('.tab', { hasText: 'renamed.log' }).first().waitFor();
    await workbench.page.locator('.tab', { hasText: 'renamed.log' }).first().click();
    await workbench.statusBarItem(`${findings.length} anomalies`).waitFor();
    const [left] = await marks(
      'the left half is marked',
      ([group]) => group !== undefined && group.length > 0,
    );
    assertExpected(left);
  });

  it('are gone when it was closed and is opened again', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.page.locator('.tab').first().waitFor({ state: 'detached' });
    await workbench.openFile('renamed.log');
    await workbench.statusBarItem('Analyse').waitFor();
    assert.deepEqual(await markedTexts(workbench), [[]]);
  });
});
