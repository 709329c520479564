import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type { Theme } from '../harness/workbench';
import { Workbench } from '../harness/workbench';

const clock = (i: number) => new Date(Date.UTC(2026, 3, 2, 6, 0, i * 3)).toISOString();

/** A mill that does the same all day; twice the miller says something, once the wheel jams. */
function millLog(): string {
  const lines = Array.from({ length: 600 }, (_, i) => {
    if (i % 2 === 0) return `${clock(i)} INFO sack ${i} of flour filled in ${(i * 37) % 900} ms`;
    return `${clock(i)} INFO stone turned ${(i * 13) % 70} times`;
  });
  lines[200] = `${clock(200)} INFO the miller has lunch by the pond`;
  lines[400] = `${clock(400)} ERROR the wheel jammed, water is rising`;
  lines[401] = '  at wheel (axle:3)';
  return `${lines.join('\n')}\n`;
}

describe('less to read', () => {
  let workbench: Workbench;
  const input = () => workbench.page.locator('.quick-input-widget input').first();
  const pick = (text: string | RegExp) =>
    workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  const lineWith = (text: string) =>
    workbench.page.locator('.editor-instance .view-line', { hasText: text }).first();
  const goToLine = async (line: number) => {
    await workbench.page.keyboard.press('Control+g');
    await input().waitFor();
    await input().fill(`:${line}`);
    await workbench.page.keyboard.press('Enter');
    await workbench.caretReaches(`line ${line}`, (at) => at === line);
  };
  /** What VS Code draws before and behind the text of lines: counts of folded runs, line numbers, notes. */
  const drawnBeside = () =>
    workbench.page.evaluate<string[]>(`
      [...document.querySelectorAll('.editor-instance .view-line span')].flatMap((span) =>
        ['::before', '::after'].map((side) => getComputedStyle(span, side).content),
      ).filter((content) => /^"/.test(content))`);
  const drawn = (what: string, pattern: RegExp) =>
    workbench.until(what, drawnBeside, (all) => all.some((text) => pattern.test(text)));
  /** What VS Code keeps under that key from one window to the next, which it writes a moment later. */
  const kept = (key: string) =>
    workbench.page.evaluate<string>(`(async () => {
      const done = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const texts = [];
      for (const { name } of await indexedDB.databases()) {
        if (!name.startsWith('vscode-web-state-db')) continue;
        const store = await done(indexedDB.open(name));
        const items = store.transaction('ItemTable').objectStore('ItemTable');
        texts.push(String(await done(items.get('${key}'))));
        store.close();
      }
      return texts.join();
    })()`);
  const stateKept = () => kept('oddline.oddline');
  /** VS Code's own memory of an editor, written every few seconds: a window opened sooner folds what was folded before. */
  const editorKept = () => kept('memento/workbench.editors.files.textFileEditor');
  const linesOnScreen = async () =>
    (await workbench.page.locator('.editor-instance .view-line').allInnerTexts()).map((text) =>
      text.replace(/\u00a0/g, ' '),
    );

  before(async () => {
    workbench = await Workbench.open({ files: { 'mill.log': millLog() }, open: 'mill.log' });
  });
  after(() => workbench?.close());

  it('the noise dial folds what is frequent, and says how much and how long', async () => {
    await workbench.runCommand('Oddline: Noise Dial…');
    await pick('Only the rare').waitFor();
    const rare = workbench.page.locator('.quick-input-list .monaco-list-row.focused', {
      hasText: 'Only the rare',
    });
    await workbench.until(
      'the arrow keys reach the last notch',
      async () => {
        await workbench.page.keyboard.press('ArrowDown');
        return rare.count();
      },
      (count) => count > 0,
    );
    await workbench.until(
      'the list tells what is left',
      async () => (await input().getAttribute('placeholder')) ?? '',
      (text) => /\d+ of 60\d lines/.test(text),
    );
    await workbench.screenshot('noise-dial');
    await workbench.page.keyboard.press('Enter');
    await workbench.until(
      'the runs are folded',
      linesOnScreen,
      (lines) =>
        lines.length < 12 &&
        lines.some((text) => text.includes('miller has lunch')) &&
        lines.some((text) => text.includes('wheel jammed')),
    );
    await drawn('how many and how long', /×200 · 9 min 57 s/);
    await workbench.statusBarItem('Only the rare').waitFor();
    await workbench.screenshot('noise-folded');
  });

  it('a run is opened again where the reader wants it, and all of them by the dial', async () => {
    await goToLine(1);
    await workbench.runCommand('Oddline: Unfold This Run');
    await workbench.until('the first run is open', linesOnScreen, (lines) =>
      lines.some((text) => text.includes('sack 2 of flour')),
    );
    await workbench.runCommand('Oddline: Noise Dial…');
    await pick('Everything').click();
    await workbench.until('nothing is folded', drawnBeside, (all) =>
      all.every((text) => !text.includes('×')),
    );
  });

  it('lines like one are hidden, in a view that keeps their numbers', async () => {
    await goToLine(1);
    await workbench.runCommand('Oddline: Hide Lines Like This');
    await workbench.page
      .locator('.tab.active', { hasText: 'mill.log, filtered' })
      .waitFor({ timeout: 30_000 });
    await workbench.until(
      'only the stone and the rest are left',
      linesOnScreen,
      (lines) => lines.length > 3 && lines.every((text) => !text.includes('of flour')),
    );
    await workbench.statusBarItem(/30\d of 60\d lines/).waitFor();
    await drawn('the number the line has in the log', /2/);
    await workbench.screenshot('filtered-view');
  });

  it('what is typed filters as it is typed', async () => {
    await workbench.runCommand('Oddline: Filter Log…');
    await input().fill('wheel');
    await workbench.page.locator('.quick-input-title', { hasText: 'Filter Log: 2 of 600 lines' }).waitFor();
    await workbench.screenshot('filter-typed');
    await input().fill('/wheel (/');
    await pick('Not a regular expression').waitFor();
    await input().fill('wheel');
    await pick('show only these').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.statusBarItem(/\b2 of 600 lines/).waitFor();
    await workbench.until(
      'the lines are replaced',
      linesOnScreen,
      (lines) => lines.length < 5 && lines.some((text) => text.includes('wheel jammed')),
    );
    await lineWith('wheel jammed').click();
    await workbench.screenshot('filtered-words');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: /mill\.log$/ }).waitFor();
    await workbench.caretReaches('the jammed wheel', (line) => line === 401);
    await workbench.runCommand('Oddline: Show All Lines');
    await workbench.statusBarItem(/of 60\d lines/).waitFor({ state: 'hidden' });
  });

  it('a filter that fits nothing says so, with its cure', async () => {
    await workbench.runCommand('Oddline: Filter Log…');
    await input().fill('windmill');
    await pick('show only these').click();
    const told = workbench.notification('No line fits the filter');
    await told.waitFor();
    await workbench.screenshot('filter-fits-nothing');
    await told.getByText('Show All Lines').click();
    await workbench.statusBarItem(/of 60\d lines/).waitFor({ state: 'hidden' });
  });

  it('words and lines are highlighted in every theme', async () => {
    await workbench.openFile('mill.log');
    await goToLine(401);
    for (let word = 0; word < 5; word++) await workbench.page.keyboard.press('Control+ArrowRight');
    await workbench.runCommand('Oddline: Highlight Word');
    await goToLine(399);
    await workbench.runCommand('Oddline: Highlight Lines Like This');
    await goToLine(400);
    await workbench.page.keyboard.press('Alt+b');
    await workbench.runCommand('Oddline: Edit Note…');
    await input().fill('Here it began');
    await workbench.page.keyboard.press('Enter');
    await drawn('the note', /Here it began/);
    for (const theme of ['light', 'high-contrast', 'high-contrast-light', 'dark'] satisfies Theme[]) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`highlights-${theme}`);
    }
  });

  it('bookmarks are there in the next session, and behind lines that moved', async () => {
    await workbench.until(
      'the bookmark is kept',
      async () =>
        existsSync(workbench.file('.oddline/bookmarks.jsonl')) && workbench.read('.oddline/bookmarks.jsonl'),
      (text) => typeof text === 'string' && text.includes('Here it began'),
    );
    await workbench.page.reload();
    await workbench.waitForEditor('mill.log');
    await drawn('the note', /Here it began/);
    await workbench.runCommand('Bookmarks: Focus on Bookmarks View', 'Bookmarks');
    await workbench.treeRows('Bookmarks').filter({ hasText: 'Here it began' }).waitFor();
    await workbench.screenshot('bookmarks');
    await workbench.runCommand('Oddline: Next Bookmark');
    await workbench.caretReaches('the bookmark', (line) => line === 400);
  });

  it('what is folded is so in the next session, until that is ended', async () => {
    const foldedAway = () =>
      workbench.until(
        'the runs are folded',
        linesOnScreen,
        (lines) => lines.length < 12 && lines.some((text) => text.includes('wheel jammed')),
      );
    await workbench.runCommand('Oddline: Noise Dial…');
    await pick('Only the rare').click();
    await foldedAway();
    await workbench.until('the dial is kept', stateKept, (text) => text.includes('"noise":4'));
    await workbench.page.reload();
    await workbench.waitForEditor('mill.log');
    await workbench.statusBarItem('Only the rare').waitFor({ timeout: 30_000 });
    await foldedAway();
    await workbench.runCommand('Oddline: Noise Dial…');
    await pick('Everything').click();
    await workbench.statusBarItem('Only the rare').waitFor({ state: 'hidden' });
    const unfolded = (lines: readonly string[]) => lines.length > 12;
    await workbench.until('nothing is folded', linesOnScreen, unfolded);
    await workbench.until('the dial is kept', stateKept, (text) => !text.includes('"noise":4'));
    await workbench.until(
      'VS Code forgets the folds',
      editorKept,
      (text) => !text.includes('"isCollapsed":true'),
    );
    await workbench.page.reload();
    await workbench.waitForEditor('mill.log');
    await workbench.until('nothing is folded', linesOnScreen, unfolded);
    assert.equal(await workbench.statusBarItem('Only the rare').count(), 0);
  });
});
