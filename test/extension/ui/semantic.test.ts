import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTinyEmbedder } from '../../semantic-model/tiny-models';
import { Workbench } from '../harness/workbench';

const clock = (i: number) => new Date(Date.UTC(2026, 4, 6, 5, 0, i * 7)).toISOString();

/** A shop that takes payments; one of its peers is slow in the end. */
function shopDay(): string {
  const lines = Array.from({ length: 120 }, (_, i) => {
    if (i === 100) return `${clock(i)} ERROR deadline exceeded for supplier ${i}`;
    if (i % 3 === 0) return `${clock(i)} INFO user ${i} signed in`;
    return i % 3 === 1
      ? `${clock(i)} INFO charge of card ${i} done`
      : `${clock(i)} INFO payment ${i} got its invoice`;
  });
  return `${lines.join('\n')}\n`;
}

describe('Search by meaning', () => {
  let workbench: Workbench;
  const model = mkdtempSync(join(tmpdir(), 'oddline-model-'));
  const picks = () => workbench.page.locator('.quick-input-list .monaco-list-row');
  const titled = (title: string) =>
    workbench.page.locator('.quick-input-title', { hasText: title }).waitFor({ timeout: 60_000 });

  before(async () => {
    writeTinyEmbedder(model);
    const machineSettings = { 'oddline.semantic.source': 'folder', 'oddline.semantic.modelFolder': model };
    workbench = await Workbench.open({ files: { 'shop.log': shopDay() }, open: 'shop.log', machineSettings });
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/templates/).waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await workbench?.close();
    rmSync(model, { recursive: true, force: true });
  });

  it('finds the line that is meant, in words the log does not have', async () => {
    await workbench.runCommand('Oddline: Find Similar Lines…');
    await titled('Find Similar Lines');
    await workbench.page.locator('.quick-input-widget input').first().fill('request timed out');
    await workbench.page.keyboard.press('Enter');
    await titled('Most similar in meaning first');
    const first = await picks().first().innerText();
    assert.match(first, /deadline exceeded/);
    await workbench.screenshot('semantic-similar');
    await workbench.page.keyboard.press('Enter');
    await workbench.caretReaches('the line that is meant', (line) => line === 101);
  });

  const rows = (text: string | RegExp) => workbench.treeRows(/^Templates/).filter({ hasText: text });

  it('groups templates that mean much the same in their tree, gone through with the keyboard', async () => {
    await workbench.runCommand('Oddline: Group Templates by Meaning');
    const group = rows('2 templates');
    await group.waitFor({ timeout: 60_000 });
    // The first row has the focus: it is what a screen reader says next.
    await workbench.page.locator('.monaco-list-row.focused', { hasText: '2 templates' }).waitFor();
    assert.match(
      (await group.getAttribute('aria-label')) ?? '',
      /^Group by meaning, 79× payment .+, 2 templates/,
    );
    await workbench.page.keyboard.press('ArrowRight');
    // The group, which is called by one of them, and both.
    await rows(/charge of card|payment/)
      .nth(2)
      .waitFor();
    await rows('charge of card').first().waitFor();
    for (const theme of ['dark', 'high-contrast', 'light'] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`semantic-groups-${theme}`);
    }
  });

  it('keeps the groups when the log is analysed again, asking nobody', async () => {
    await workbench.runCommand('Oddline: Run Again');
    await rows('2 templates').waitFor({ timeout: 60_000 });
  });

  it('takes the groups apart again', async () => {
    await workbench.runCommand('Oddline: Show Templates Ungrouped');
    await rows('2 templates').waitFor({ state: 'detached' });
    await rows('payment').first().waitFor();
  });

  it('offers three ways to a model', async () => {
    await workbench.runCommand('Oddline: Set Up Semantic Search…');
    await titled('Which model is to read what lines mean?');
    assert.equal(await picks().count(), 3);
    await workbench.screenshot('semantic-doors');
    await workbench.page.keyboard.press('Escape');
  });
});
