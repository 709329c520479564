import { Workbench } from '../harness/workbench';
import { BigLogView } from './big-log-view';

const clock = (i: number) => new Date(Date.UTC(2026, 3, 2, 6, 0, i * 9)).toISOString();
const sorts = ['apples', 'pears', 'plums', 'quinces', 'cherries', 'figs', 'olives', 'limes', 'grapes'];

/** An orchard; the good day renews its almanac, which the bad one does not. */
function orchardDay(from: number): string[] {
  return Array.from({ length: 300 }, (_, i) => {
    const at = clock(from + i);
    if (i % 3 === 0) return `${at} INFO basket of ${sorts[(i / 3) % sorts.length]} carried to the cellar`;
    if (i % 3 === 1) return `${at} INFO tree ${i % 40} watered for ${(i * 37) % 900} ms`;
    return `${at} WARN hedge ${i % 40} is dry`;
  });
}

function goodDay(): string {
  const lines = orchardDay(0);
  lines[150] = `${clock(150)} INFO almanac renewed, next full moon in 12 days`;
  return `${lines.filter((_, i) => i % 3 !== 2 || i % 30 === 2).join('\n')}\n`;
}

function badDay(): string {
  const lines = orchardDay(400);
  lines[20] = `${clock(420)} INFO gate painted green`;
  lines.splice(
    30,
    1,
    `${clock(430)} ERROR the ladder broke: rung 7 of 12 failed`,
    '    at Ladder.climb(ladder.ts:12)',
    '    at Orchard.pick(orchard.ts:40)',
  );
  return `${lines.join('\n')}\n`;
}

describe('Compare with Good Log', () => {
  let workbench: Workbench;
  const rows = (text: string | RegExp) => workbench.treeRows('Comparison').filter({ hasText: text });
  const pick = (text: string) =>
    workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  /** The list before it has an input, too, which would take the text. */
  const fillRange = async (text: string) => {
    await workbench.page.locator('.quick-input-title', { hasText: 'Time range' }).waitFor();
    await workbench.page.locator('.quick-input-widget input').first().fill(text);
  };

  before(async () => {
    const files = { 'orchard.log': badDay(), 'orchard.log.1': goodDay() };
    workbench = await Workbench.open({ files, open: 'orchard.log' });
  });
  after(() => workbench?.close());

  it('offers the previous rotation, an earlier part and files', async () => {
    await workbench.runCommand('Oddline: Compare with Good Log…');
    for (const label of ['The previous rotation', 'An earlier part of this log', 'Choose files'])
      await pick(label).waitFor();
    await workbench.screenshot('compare-choices');
    await workbench.page.keyboard.press('Escape');
  });

  it('shows what is new and vanished in a tree, and marks the lines', async () => {
    await workbench.runCommand('Oddline: Compare with Good Log…');
    await pick('The previous rotation').click();
    await rows('the ladder broke').waitFor({ timeout: 30_000 });
    await rows('Vanished').waitFor();
    await rows('almanac renewed').waitFor();
    await workbench.until(
      'no line is marked',
      () => workbench.decoratedLines().count(),
      (count) => count > 0,
    );
    await rows('the ladder broke').click();
    await workbench.caretReaches('the ladder', (line) => line === 31);
    await workbench.page.mouse.move(0, 0);
    for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`compare-${theme}`);
    }
    await workbench.setTheme('dark');
    await workbench.setSize(700);
    await workbench.screenshot('compare-narrow');
    await workbench.setSize(1400);
  });

  it('says why in a hover', async () => {
    await workbench.focusEditor();
    await workbench.runCommand('Oddline: Next Difference');
    // The caret gets there a moment after the command: a hover opened sooner is of another line, or none.
    const opens = async () => {
      await workbench.runCommand('Show or Focus Hover', 'Show or Focus Hover');
      const hover = workbench.hover().filter({ hasText: 'New' });
      return hover.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    };
    await workbench.until('no hover says why', opens, Boolean);
    await workbench.screenshot('compare-hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('leads into the good log, and marks there what vanished', async () => {
    await rows('almanac renewed').click();
    await workbench.waitForEditor('orchard.log.1');
    await workbench.until(
      'no line is marked',
      () => workbench.decoratedLines().count(),
      (count) => count > 0,
    );
    await workbench.screenshot('compare-vanished');
  });

  it('clears it again', async () => {
    await workbench.openFile('orchard.log');
    await workbench.runCommand('Oddline: Clear Comparison');
    await workbench.until(
      'lines are marked',
      () => workbench.decoratedLines().count(),
      (count) => count === 0,
    );
    await workbench.treeRows('Comparison').first().waitFor({ state: 'detached' });
  });

  it('marks the lines in the big-log editor too, of a rotated set against its own past', async () => {
    await workbench.runCommand('Oddline: Open Rotated Set in Big-Log Editor');
    const view = new BigLogView(workbench);
    await view.shows('basket of apples');
    await workbench.runCommand('Oddline: Compare with Good Log…');
    await pick('An earlier part').click();
    await fillRange('to 2026-04-02 06:50');
    await workbench.page.keyboard.press('Enter');
    await rows('the ladder broke').click({ timeout: 30_000 });
    await view.page.locator('.row.differs-new', { hasText: 'the ladder broke' }).waitFor({ timeout: 30_000 });
    await workbench.screenshot('compare-rotated-set');
    await workbench.runCommand('Oddline: Clear Comparison');
    await view.page.locator('.row.differs-new').first().waitFor({ state: 'hidden' });
    await workbench.runCommand('View: Close Editor', 'Close Editor');
    await workbench.openFile('orchard.log');
  });

  it('takes an earlier part of the same log, by times it asks for', async () => {
    await workbench.runCommand('Oddline: Compare with Good Log…');
    await pick('An earlier part').click();
    await fillRange('to 2026-04-02 07:02');
    await workbench.screenshot('compare-window');
    await workbench.page.keyboard.press('Enter');
    await rows('the ladder broke').waitFor({ timeout: 30_000 });
    await workbench.screenshot('compare-past');
  });

  it('says so where nothing tells of a failure', async () => {
    await workbench.openFile('orchard.log.1');
    await workbench.runCommand('Oddline: Compare with Good Log…');
    await pick('An earlier part').click();
    await fillRange('to 2026-04-02 06:20');
    await workbench.page.keyboard.press('Enter');
    const view = workbench.page.locator('.pane', { hasText: 'Comparison' });
    await view.filter({ hasText: 'Nothing in it tells of a failure' }).first().waitFor({ timeout: 30_000 });
    await workbench.screenshot('compare-nothing');
  });
});
