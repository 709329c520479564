import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BigLogMark, LabelWords } from '../../src/protocol/big-log';
import type { PageRow, ViewLine } from '../../src/protocol/log-lines';
import { plainReading, type Reading } from '../../src/protocol/reading';
import { grouped } from '../../src/protocol/sentence';
import { MemoryLog } from './harness/memory-log';
import { chromiumPath, launch, type OpenedView, openView } from './harness/view-page';

const huge = 100_000_000;
const textOf = (line: number) =>
  line % 500 === 13
    ? `2026-03-14 10:26:53 ERROR gateway refused ${line}, see https://pay.example/card?id=${line}`
    : `2026-03-14 10:26:53 INFO request ${line} served`;

let browser: Browser;
let view: OpenedView;
let page: Page;

async function open(log: MemoryLog, look?: Parameters<typeof openView>[2]): Promise<void> {
  view = await openView(browser, log, look);
  page = view.page;
}

const numbers = async () =>
  (await page.locator('.row .number').allTextContents()).map((text) => text.replaceAll(',', ''));
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** As VS Code's command sends it. */
const command = (name: Parameters<typeof view.host.notify<'command'>>[1]) =>
  view.host.notify('command', name);
const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()');
const filterOf = (text: string): Pick<Reading, 'filter'> => {
  const pattern = { kind: 'text', text, caseSensitive: false, wholeWord: false } as const;
  return {
    filter: { clauses: [{ mode: 'include', enabled: true, test: { kind: 'search', pattern } }], context: 0 },
  };
};
const row = (number: number) =>
  page.locator('.row', { has: page.locator('.number', { hasText: new RegExp(`^${grouped(number)}$`) }) });

/** What the host answers to one kind of question is worked out at once, and held. */
function hold<Name extends 'reasons' | 'lineOfTime' | 'rowOfLine' | 'spansOfRows'>(
  log: MemoryLog,
  name: Name,
) {
  type Question = Parameters<MemoryLog[Name]>[0];
  const answer = log[name] as (question: Question) => unknown;
  const asked: Question[] = [];
  let give = () => {};
  const isGiven = new Promise<void>((resolve) => {
    give = resolve;
  });
  const held = async (question: Question) => {
    asked.push(question);
    const given = answer(question);
    await isGiven;
    return given;
  };
  Object.assign(log, { [name]: held });
  return {
    asked,
    /** Resolves once the page has it, and the answer to what it asks then: messages keep their order. */
    letGo: async () => {
      give();
      for (let times = 0; times < 3; times++) await view.host.call('selected', undefined);
    },
  };
}

describe.skipIf(!chromiumPath)('the view of the big-log editor, in a browser', () => {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(view.complaints).toEqual([]);
    await page.close();
  });

  test('log text stays text, whatever it holds', async () => {
    const hostile = [
      '<img src=x onerror="window.hacked=1">',
      '</script><script>window.hacked=1</script>',
      '\u001b]8;;https://x\u0007 nul \u0000 \u202egnitirw',
      '<a href="javascript:window.hacked=1">x</a>',
    ];
    await open(new MemoryLog({ lines: 4, textOf: (line) => hostile[line] }));
    expect(await page.locator('.row .text').allTextContents()).toEqual([
      hostile[0],
      hostile[1],
      '␛]8;;https://x␇ nul ␀ ⇄gnitirw',
      hostile[3],
    ]);
    expect(await page.locator('.rows :is(img, script, a)').count()).toBe(0);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });

  test('of 10⁸ lines only those that are seen are in the page, and every place is reached', async () => {
    const log = new MemoryLog({ lines: huge, textOf });
    await open(log);
    await expect.poll(() => log.paintedMs ?? 0).toBeGreaterThan(0);
    await press('Control+End');
    await row(huge).waitFor();
    const track = (await page.locator('.scrollbar').boundingBox()) ?? { x: 0, y: 0, height: 0 };
    await page.mouse.move(track.x + 5, track.y + track.height - 8);
    await page.mouse.down();
    await page.mouse.move(track.x + 5, track.y + track.height / 2, { steps: 20 });
    await page.mouse.up();
    await expect.poll(async () => Math.abs(Number((await numbers())[3]) - huge / 2)).toBeLessThan(huge / 50);
    await page.mouse.move(300, 300);
    for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 40);
    await press('Control+Home');
    await row(1).waitFor();
    expect(await page.locator('.row').count()).toBeLessThan(60);
    const renders = await page.evaluate<number[]>(
      "performance.getEntriesByName('render').map(({ duration }) => duration).sort((a, b) => a - b)",
    );
    expect(renders[Math.floor(renders.length / 2)]).toBeLessThan(16);
  });

  test('a note stands behind its line, and is no part of what is copied', async () => {
    const bookmark = { source: 0, line: 2, key: '', ordinal: 0, note: '<b>here</b> it began\nand went on' };
    const reading = { ...plainReading, bookmarks: [bookmark] } as unknown as Reading;
    await open(new MemoryLog({ lines: 5, textOf, state: { reading } }));
    expect(await row(2).locator('.bookmark-note').textContent()).toBe('<b>here</b> it began');
    expect(await page.locator('.bookmark-note').count()).toBe(1);
    await row(2).locator('.text').click();
    await press('Home', 'Shift+End', 'Control+c');
    await expect.poll(clipboard).toBe(textOf(1));
  });

  describe('labels before the entries of a remote log', () => {
    const pods = ['web-1', 'web-2', 'db-1'];
    const labelsOf = (line: number) => `{app="shop", cluster="eu", pod="${pods[line % 3]}"}`;
    const entry = (line: number) =>
      `2026-03-14T10:26:53.00000000${line % 10}Z ${labelsOf(line)} paid ${line}`;
    const labels = (number: number) => row(number).locator('.labels');
    const widthOf = async (number: number) => (await labels(number).boundingBox())?.width ?? 0;
    const chip = () => labels(1).getAttribute('data-chip');

    test('are folded to what tells them apart, all as wide, and whole where the mouse rests', async () => {
      await open(new MemoryLog({ lines: 30, textOf: entry }));
      await expect.poll(chip).toBe('web-1');
      expect(await labels(3).getAttribute('title')).toBe(labelsOf(2));
      expect(await widthOf(3)).toBe(await widthOf(1));
      expect(await widthOf(1)).toBeLessThan(80);
    });

    test('open where the caret is in them, and are copied whole', async () => {
      await open(new MemoryLog({ lines: 30, textOf: entry }));
      await expect.poll(chip).toBe('web-1');
      await row(2)
        .locator('.text')
        .click({ position: { x: 1, y: 5 } });
      const closed = await widthOf(2);
      for (let at = 0; at < 5; at++) await press('Control+ArrowRight');
      for (let at = 0; at < 20; at++) await press('ArrowRight');
      await expect.poll(() => widthOf(2)).toBeGreaterThan(closed);
      await press('Home', 'Shift+End', 'Control+c');
      await expect.poll(clipboard).toBe(entry(1));
      await expect.poll(() => widthOf(2)).toBe(closed);
    });

    test('open where a match is in them', async () => {
      await open(new MemoryLog({ lines: 30, textOf: entry }));
      await expect.poll(chip).toBe('web-1');
      const closed = await widthOf(3);
      command('find');
      await page.locator('.find-bar input').fill('db-1');
      await expect.poll(() => widthOf(3)).toBeGreaterThan(closed);
      expect(await widthOf(1)).toBe(closed);
    });

    test('stand there whole for who wants them, by a button others never see', async () => {
      await open(new MemoryLog({ lines: 30, textOf: entry }));
      await labels(1).waitFor();
      await page.getByRole('button', { name: 'Labels before each entry' }).press('Enter');
      await labels(1).waitFor({ state: 'detached' });
      expect(await row(1).locator('.text').textContent()).toBe(entry(0));
      await page.close();
      await open(new MemoryLog({ lines: 3, textOf }));
      expect(await page.getByRole('button', { name: 'Labels before each entry' }).count()).toBe(0);
    });

    test('a screen reader says the text, not all labels first', async () => {
      await open(new MemoryLog({ lines: 30, textOf: entry }));
      await expect.poll(chip).toBe('web-1');
      await press('ArrowDown');
      await expect.poll(() => row(2).getAttribute('aria-label')).toMatch(/Z web-2 paid 1$/);
    });
  });

  test('the caret is drawn on its own row, and on none where that is not on screen', async () => {
    await open(new MemoryLog({ lines: 10_000, textOf }));
    const place = row(3).locator('.cursor');
    await row(3).locator('.text').click();
    await expect.poll(() => place.count()).toBe(1);
    await page.mouse.wheel(0, 5000);
    await row(3).waitFor({ state: 'hidden' });
    expect(await page.locator('.cursor').count()).toBe(0);
    await page.mouse.wheel(0, -5000);
    await expect.poll(() => place.count()).toBe(1);
  });

  test('selects and copies across pages, by whole lines where they are not all there', async () => {
    const log = new MemoryLog({ lines: 50_000, textOf });
    await open(log);
    await press('ArrowDown', 'End', 'Shift+Control+ArrowLeft', 'Control+c');
    await expect.poll(clipboard).toBe('served');
    const [start, end] = [textOf(1).length - 6, textOf(1).length];
    expect(await view.host.call('selected', undefined)).toEqual({ text: textOf(1), start, end });
    await press('Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+c');
    await expect.poll(clipboard).toBe(`${textOf(1)}\n${textOf(2)}\n`);
    await press('Control+a', 'Control+c');
    await expect.poll(() => log.copied).toEqual([{ from: 0, until: 49_999 }]);
    await expect.poll(() => page.locator('.status .message').textContent()).toBe('Copied 50,000 lines');
  });

  test('a drag goes on past the lower edge, into rows that were not in the page', async () => {
    await open(new MemoryLog({ lines: 50_000, textOf }));
    const rows = (await page.locator('.rows').boundingBox()) ?? { x: 0, y: 0, height: 0 };
    await page.mouse.move(rows.x + 300, rows.y + 30);
    await page.mouse.down();
    await page.mouse.move(rows.x + 300, rows.y + rows.height + 25, { steps: 4 });
    await expect.poll(async () => Number((await numbers())[0])).toBeGreaterThan(60);
    await page.mouse.up();
    const selected = page.locator('.status .selected');
    // How many, and how long it took from the first of them to the last.
    await expect.poll(() => selected.textContent()).toMatch(/^\d+ lines selected · [\d.]+ (s|min)/);
    expect(Number.parseInt((await selected.textContent()) ?? '', 10)).toBeGreaterThan(60);
  });

  test('find counts the lines of the whole log, and goes round', async () => {
    await open(new MemoryLog({ lines: 1600, textOf }));
    command('find');
    await page.locator('.find-bar input').fill('gateway');
    const count = page.locator('.find-bar .count');
    await expect.poll(() => count.textContent()).toBe('1 of 4 lines');
    await press('Enter');
    await expect.poll(() => count.textContent()).toBe('2 of 4 lines');
    await row(514).waitFor();
    await press('Shift+Enter', 'Shift+Enter');
    await expect.poll(() => count.textContent()).toBe('4 of 4 lines');
    await press('Escape');
    expect(await page.evaluate('document.activeElement.className')).toContain('rows');
  });

  test('the next match asked for before the first is on screen is the second', async () => {
    const log = new MemoryLog({ lines: 1600, textOf });
    const spans = hold(log, 'spansOfRows');
    await open(log);
    command('find');
    await page.locator('.find-bar input').fill('gateway');
    const count = page.locator('.find-bar .count');
    await expect.poll(() => count.textContent()).toBe('1 of 4 lines');
    await press('Enter', 'Enter');
    await spans.letGo();
    await expect.poll(() => count.textContent()).toBe('3 of 4 lines');
    await row(1014).waitFor();
  });

  test('a match among rows that are others by the time it is known moves nobody', async () => {
    const log = new MemoryLog({ lines: 1600, textOf });
    const spans = hold(log, 'spansOfRows');
    await open(log);
    command('find');
    await page.locator('.find-bar input').fill('gateway');
    const count = page.locator('.find-bar .count');
    await expect.poll(() => spans.asked.some(({ texts }) => texts.length === 1)).toBe(true);
    log.changeReading(filterOf('gateway'));
    await expect.poll(numbers).toEqual(['14', '514', '1014', '1514']);
    await spans.letGo();
    await expect.poll(() => count.textContent()).toBe('? of 4 lines');
    await press('Shift+Enter');
    await expect.poll(() => count.textContent()).toBe('1 of 4 lines');
    await expect.poll(() => row(14).getAttribute('aria-selected')).toBe('true');
  });

  test('a line that is gone to while a filter is taken up is gone to among what that leaves', async () => {
    const log = new MemoryLog({ lines: 1600, textOf });
    const place = hold(log, 'rowOfLine');
    await open(log);
    view.host.notify('reveal', { line: 900 as ViewLine, hover: false });
    await expect.poll(() => place.asked.length).toBe(1);
    log.changeReading(filterOf('gateway'));
    await place.letGo();
    await expect.poll(() => row(1014).getAttribute('aria-selected')).toBe('true');
  });

  test('a time that was given up while it was looked for leads nowhere', async () => {
    const log = new MemoryLog({ lines: 1600, textOf });
    Object.assign(log, { lineOfTime: () => 700 as ViewLine });
    const time = hold(log, 'lineOfTime');
    await open(log);
    command('goToTime');
    await page.locator('.go-to-bar input').fill('14:05');
    await press('Enter');
    await expect.poll(() => time.asked.length).toBe(1);
    await press('Escape', 'ArrowDown');
    await time.letGo();
    expect(await row(2).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('.go-to-bar').isVisible()).toBe(false);
  });

  test('what is asked for before the host has shown the last goes on from it', async () => {
    const log = new MemoryLog({ lines: 20, textOf });
    const asked: Partial<Reading>[] = [];
    Object.assign(log, { changeReading: (change: Partial<Reading>) => asked.push(change) });
    await open(log);
    command('toggleWrap');
    command('toggleWrap');
    command('toggleGaps');
    await expect.poll(() => asked).toEqual([{ wraps: true }, { wraps: false }, { showsGaps: true }]);
  });

  test('a filter narrows as it is typed, and says so when nothing fits', async () => {
    await open(new MemoryLog({ lines: 1600, textOf }));
    command('filter');
    const field = page.locator('.filter-bar .pattern-field input');
    await field.fill('gateway');
    await expect.poll(numbers).toEqual(['14', '514', '1014', '1514']);
    expect(await page.locator('.filter-bar .count').textContent()).toBe('4 of 1,600 lines');
    await page.getByLabel('Keep this filter and add another').click();
    await expect.poll(() => page.locator('.chip-name').allTextContents()).toEqual(['“gateway”']);
    await field.fill('no such thing');
    await page.locator('.empty', { hasText: 'No line fits the filter.' }).waitFor();
    await page.getByRole('button', { name: 'Show Everything' }).click();
    await row(15).waitFor();
    expect(await page.locator('.chip').count()).toBe(0);
  });

  test('find goes through what a filter leaves, and the status line says how much it hides', async () => {
    const log = new MemoryLog({ lines: 1600, textOf });
    await open(log);
    command('find');
    await page.locator('.find-bar input').fill('3 served');
    const count = page.locator('.find-bar .count');
    await expect.poll(() => count.textContent()).toMatch(/^1 of \d+ lines$/);
    command('filter');
    await page.locator('.filter-bar .pattern-field input').fill('request 15');
    await expect.poll(() => count.textContent()).toMatch(/^\? of 10 shown, \d+ lines in all$/);
    command('findNext');
    await row(1504).waitFor();
    await expect.poll(() => count.textContent()).toMatch(/^1 of 10 shown/);
    await page.getByRole('button', { name: '1,490 lines hidden' }).click();
    await page.locator('.status .link-button').waitFor({ state: 'hidden' });
    expect(log.reading.filter.clauses).toEqual([]);
    await row(17).waitFor();
  });

  test('a log that was rotated while it is followed names its files from then on', async () => {
    const twoFiles = (shown: PageRow): PageRow =>
      shown.line < 5
        ? shown
        : { ...shown, source: 1 as PageRow['source'], number: (shown.line - 4) as PageRow['number'] };
    await open(new MemoryLog({ lines: 12, textOf, row: twoFiles }));
    expect(await page.locator('.row .source').allTextContents()).toEqual(Array(12).fill(''));
    view.host.notify('sources', ['app.log.1', 'app.log']);
    await expect
      .poll(() => page.locator('.row .source').allTextContents())
      .toEqual([...Array(5).fill('app.log.1'), ...Array(7).fill('app.log')]);
    expect(await numbers()).toEqual(['1', '2', '3', '4', '5', '1', '2', '3', '4', '5', '6', '7']);
  });

  test('the details stand below the rows where there is no room beside them, and Escape closes them', async () => {
    await open(new MemoryLog({ lines: 200, textOf }), { width: 1000, height: 600 });
    for (let line = 0; line < 20; line++) await press('ArrowDown');
    command('toggleDetails');
    const [rows, details] = [page.locator('.rows'), page.locator('.details')];
    await details.waitFor();
    expect((await details.boundingBox())?.x).toBeGreaterThan(500);
    await press('Escape');
    expect(await details.isVisible()).toBe(true);
    await page.setViewportSize({ width: 500, height: 420 });
    await expect.poll(async () => (await rows.boundingBox())?.width).toBeGreaterThan(400);
    const overlap = async () => {
      const [above, below] = [await rows.boundingBox(), await details.boundingBox()];
      return (above?.y ?? 0) + (above?.height ?? 0) - (below?.y ?? 0);
    };
    await expect.poll(overlap).toBeLessThanOrEqual(0);
    await press('Escape');
    await details.waitFor({ state: 'hidden' });
    command('toggleDetails');
    await row(21).waitFor();
  });

  test('chosen fields stand as columns under their names, for eyes and for screen readers', async () => {
    const columns = [
      { name: 'level', width: 5 },
      { name: 'msg', width: 12 },
    ];
    const inColumns = (shown: PageRow, { columns: chosen = [] }: Reading): PageRow =>
      chosen.length === 0
        ? shown
        : { ...shown, cells: ['info', `at ${shown.line}`], text: `info   at ${shown.line}` };
    const log = new MemoryLog({ lines: 500, textOf, row: inColumns });
    await open(log);
    expect(await page.locator('.columns-header').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show as Columns' }).click();
    await expect.poll(() => log.toggledColumns).toBe(1);
    log.changeReading({ columns });
    await expect.poll(() => row(3).locator('.text').textContent()).toBe('info   at 2');
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(['level', 'msg']);
    const left = async (what: Locator) => (await what.boundingBox())?.x ?? 0;
    const text = row(3).locator('.text');
    expect(
      Math.abs((await left(page.getByRole('columnheader', { name: 'level' }))) - (await left(text))),
    ).toBeLessThan(1);
    const cell = (((await text.boundingBox())?.width ?? 0) / 11) * 7;
    expect(
      Math.abs((await left(page.getByRole('columnheader', { name: 'msg' }))) - (await left(text)) - cell),
    ).toBeLessThan(2);
    await press('Control+Home');
    expect(await row(1).getAttribute('aria-label')).toBe('Line 1, level info, msg at 0');
    log.changeReading({ columns: [] });
    await expect.poll(() => row(3).locator('.text').textContent()).toBe(textOf(2));
    expect(await page.locator('.columns-header').isVisible()).toBe(false);
  });

  test('lists the longest gaps from its toolbar', async () => {
    const log = new MemoryLog({ lines: 10, textOf });
    await open(log);
    await page.getByRole('button', { name: 'Longest Gaps…' }).click();
    await expect.poll(() => log.listedGaps).toBe(1);
  });

  test('a regex that is none is told before anything is searched', async () => {
    const log = new MemoryLog({ lines: 100, textOf });
    await open(log);
    command('filter');
    await page.getByLabel('Use Regular Expression').first().click();
    await page.locator('.filter-bar .pattern-field input').fill('(unclosed');
    await expect.poll(() => page.locator('.filter-bar .mistake').textContent()).toContain('(unclosed');
    expect(log.reading.filter.clauses).toEqual([]);
  });

  test('links are followed with Ctrl only; folds and cut lines open at a click', async () => {
    const shape = (shown: PageRow): PageRow => {
      if (shown.line === 2)
        return { ...shown, fold: { records: 1234, lastLine: 2 as ViewLine, milliseconds: 180_000 } };
      return shown.line === 4 ? { ...shown, text: 'x'.repeat(60), cutBytes: 49_900_000 } : shown;
    };
    const log = new MemoryLog({ lines: 30, textOf, row: shape });
    await open(log, { width: 1400 });
    const link = page.locator('.link').first();
    await link.click();
    expect(log.acts).toEqual([]);
    await link.click({ modifiers: ['Control'] });
    await page.locator('.fold', { hasText: '×1,234 · 3 min' }).click();
    await expect
      .poll(() => log.acts.map(({ action, line, text }) => [action, line, text]))
      .toEqual([
        ['openLink', 13, 'https://pay.example/card?id=13'],
        ['unfold', 2, null],
      ]);
    await page.locator('.more', { hasText: '… 49.9 MB more' }).click();
    await expect.poll(async () => (await row(5).locator('.text').textContent())?.length).toBeGreaterThan(900);
  });

  test('wrapped rows are as high as they must be, and the last one is seen whole at the end', async () => {
    const long = (line: number) => (line % 3 === 0 ? 'word '.repeat(200 + line) : `short ${line}`);
    await open(
      new MemoryLog({ lines: 300, textOf: long, state: { reading: { ...plainReading, wraps: true } } }),
    );
    await press('Control+End');
    await row(300).waitFor();
    const bottom = async (what: Locator) => {
      const box = await what.boundingBox();
      return box ? box.y + box.height : Number.NaN;
    };
    // Heights are known once rows were drawn: the view settles after the first of them stand there.
    await expect
      .poll(async () => Math.abs((await bottom(row(300))) - (await bottom(page.locator('.rows')))))
      .toBeLessThan(1);
    await press('Control+Home');
    await row(1).waitFor();
    expect((await row(1).boundingBox())?.height).toBeGreaterThan(100);
  });

  test('says at the keyboard why a line is marked', async () => {
    const marks: BigLogMark[] = [{ line: 1 as ViewLine, lastLine: 2 as ViewLine, severity: 'critical' }];
    await open(new MemoryLog({ lines: 30, textOf, marks }));
    expect(await row(2).locator('.codicon-error').count()).toBe(1);
    expect(await row(3).locator('.codicon-error').count()).toBe(0);
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await page.getByRole('tooltip').getByText('Payment gateway refused the card').waitFor();
    expect(await row(3).getAttribute('aria-label')).toMatch(/^Critical, Line 3, 2026-03-14/);
    await press('Escape');
    await page.getByRole('tooltip').waitFor({ state: 'hidden' });
  });

  test('why a line is marked is not said any more where the reader has gone on', async () => {
    const marks: BigLogMark[] = [{ line: 1 as ViewLine, lastLine: 2 as ViewLine, severity: 'critical' }];
    const log = new MemoryLog({ lines: 30, textOf, marks });
    const reasons = hold(log, 'reasons');
    await open(log);
    await press('ArrowDown', 'Enter');
    await expect.poll(() => reasons.asked.length).toBe(1);
    await press('ArrowDown');
    await reasons.letGo();
    expect(await page.getByRole('tooltip').isVisible()).toBe(false);
    await press('Enter');
    await page.getByRole('tooltip').getByText('Payment gateway refused the card').waitFor();
  });

  test('says it of a line far away once that is on screen', async () => {
    const marks: BigLogMark[] = [
      { line: 90_000 as ViewLine, lastLine: 90_000 as ViewLine, severity: 'critical' },
    ];
    await open(new MemoryLog({ lines: 100_000, textOf, marks }));
    view.host.notify('reveal', { line: 90_000 as ViewLine, hover: true });
    await page.getByRole('tooltip').getByText('Payment gateway refused the card').waitFor();
    expect(await row(90_001).getAttribute('aria-selected')).toBe('true');
  });

  describe('what people said of lines', () => {
    const words = (verdict: LabelWords['verdict'], title: string, note = ''): LabelWords => ({
      verdict,
      title,
      note,
      given: 'Ada, 22 Nov 2026',
    });
    const labels = new Map([
      [1, words('anomalous', 'Anomalous · database · template', '<b>pool</b> ran dry')],
      [3, words('normal', 'Normal · one line')],
    ]);
    const signs = () =>
      page
        .locator('.row', { has: page.locator('[class*="verdict-"]') })
        .locator('.number')
        .allTextContents();

    test('has a sign beside them, of another shape for each verdict, and is heard', async () => {
      await open(new MemoryLog({ lines: 30, textOf, labels }));
      await expect.poll(signs).toEqual(['2', '4']);
      expect(await row(2).locator('.verdict').getAttribute('title')).toBe('Marked as anomalous');
      expect(await row(4).locator('.verdict.codicon-check').count()).toBe(1);
      await press('ArrowDown');
      await expect.poll(() => row(2).getAttribute('aria-label')).toMatch(/^Marked as anomalous, Line 2, /);
    });

    test('is told in the details, as text', async () => {
      await open(new MemoryLog({ lines: 30, textOf, labels }));
      command('toggleDetails');
      await press('ArrowDown');
      const details = page.locator('.details-body');
      await details.getByText('Anomalous · database · template').waitFor();
      expect(await details.locator('.label-note').textContent()).toBe('<b>pool</b> ran dry');
      expect(await details.locator('.label-given').textContent()).toBe('Ada, 22 Nov 2026');
      await press('ArrowDown');
      await details.locator('.label-title').waitFor({ state: 'detached' });
    });

    test('is told of a line far away once that is there', async () => {
      const last = new Map([[huge - 1, words('normal', 'Normal · one line')]]);
      await open(new MemoryLog({ lines: huge, textOf, labels: last }));
      command('toggleDetails');
      await page.locator('.details').waitFor();
      await press('Control+End');
      await page.locator('.details-body').getByText('Normal · one line').waitFor();
    });

    test('changes where it stands, and a log without it gives it no room', async () => {
      const log = new MemoryLog({ lines: 30, textOf, labels: new Map() });
      await open(log);
      const left = async () => (await row(1).locator('.text').boundingBox())?.x ?? 0;
      const before = await left();
      for (const [given, shown] of [
        [labels, ['2', '4']],
        [new Map([[3, words('anomalous', 'Anomalous · one line')]]), ['4']],
        [new Map(), []],
      ] as const) {
        log.labels = given;
        view.host.notify('analysis', log.analysis);
        await expect.poll(signs).toEqual(shown);
      }
      await expect.poll(left).toBe(before);
    });

    test('is asked for where somebody looks, and only there', async () => {
      const log = new MemoryLog({
        lines: huge,
        textOf,
        labels: new Map([[huge - 1, words('normal', 'Normal')]]),
      });
      await open(log);
      await press('Control+End');
      await expect.poll(signs).toEqual([grouped(huge)]);
      expect(log.verdictsAsked.flat().length).toBeLessThan(300);
    });
  });

  test('comes back where it was, and stays there while the log grows', async () => {
    const place = { line: 20_010 as ViewLine, top: 20_000 as ViewLine, column: 3 };
    const log = new MemoryLog({ lines: 50_000, textOf, state: { place } });
    await open(log);
    await expect.poll(async () => (await numbers())[0]).toBe('20001');
    const grown = {
      ...log.progress,
      lines: 60_000,
      estimatedLines: 60_000,
      shownRows: 60_000,
      sourceLines: [60_000],
    };
    view.host.notify('lines', grown);
    await page.locator('.status .size', { hasText: '60,000 lines' }).waitFor();
    expect((await numbers())[0]).toBe('20001');
  });

  test('is followed at its end, and only there', async () => {
    const log = new MemoryLog({ lines: 90_000, textOf });
    await open(log);
    const to = (lines: number) =>
      view.host.notify('lines', {
        ...log.progress,
        lines,
        estimatedLines: lines,
        shownRows: lines,
        sourceLines: [lines],
      });
    to(50_000);
    view.host.notify('following', { on: true, note: '' });
    await row(50_000).waitFor();
    to(50_010);
    await row(50_010).waitFor();
    // As when bars above it wrap.
    await page.setViewportSize({ width: 1100, height: 300 });
    const bottom = async (of: string) => {
      const box = await page.locator(of).last().boundingBox();
      return box ? box.y + box.height : 0;
    };
    await expect.poll(async () => Math.round((await bottom('.rows')) - (await bottom('.row')))).toBe(0);
    expect((await numbers()).at(-1)).toBe('50010');
    await press('PageUp', 'PageUp', 'PageUp');
    await row(50_010).waitFor({ state: 'detached' });
    const before = await numbers();
    to(50_500);
    await page.locator('.status .size', { hasText: '50,500 lines' }).waitFor();
    expect(await numbers()).toEqual(before);
  });
});
