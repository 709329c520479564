import type { Locator } from 'playwright-core';
import { Workbench } from '../harness/workbench';

/** The browser's: what is evaluated in the page runs there. */
declare function getComputedStyle(element: unknown, pseudo: string): { readonly content: string };

const noon = Date.UTC(2031, 6, 1, 12);
const stamp = (milliseconds: number) => new Date(noon + milliseconds).toISOString();

/** The gate logs every second; then nothing for 95 seconds, while a truck is stuck in it. */
const gate = [
  ...Array.from({ length: 40 }, (_, i) => `${stamp(i * 1000)} INFO gate: truck ${i} drove in`),
  `${stamp(40_250)} ERROR gate: the barrier does not open`,
  'Traceback (most recent call last):',
  '  File "gate.py", line 12, in open',
  'MotorError: no current',
  ...Array.from(
    { length: 20 },
    (_, i) => `${stamp(135_250 + i * 12_000)} INFO gate: truck ${40 + i} drove in`,
  ),
];

/** The scale's clock is three seconds slow. */
const scale = Array.from(
  { length: 60 },
  (_, i) => `${stamp(i * 1000 + 500 - 3000)} INFO scale: truck ${i} weighs 7 t`,
);
const office = Array.from(
  { length: 6 },
  (_, i) => `${stamp(i * 10_000 + 200)} INFO office: note ${i} printed`,
);

describe('time', function () {
  this.timeout(120_000);
  let workbench: Workbench;
  before(async () => {
    const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;
    const files = { 'gate.log': text(gate), 'scale.log': text(scale), 'office.log': text(office) };
    workbench = await Workbench.open({ files, open: 'gate.log' });
  });
  after(() => workbench?.close());

  const picks = () => workbench.page.locator('.quick-input-list .monaco-list-row');
  const inThemes = async (name: string) => {
    await workbench.page.mouse.move(0, 0);
    for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`${name}-${theme}`);
    }
  };

  /** What stands before the lines on screen, where something does. */
  const textsBefore = () =>
    workbench.page.locator('.editor-instance .view-line [class*="ced-"]').evaluateAll((pieces) =>
      pieces
        .map((piece) =>
          getComputedStyle(piece, '::before')
            .content.replaceAll(/^"|"$|\u00a0/g, ' ')
            .trim(),
        )
        .filter((text) => /\d/.test(text)),
    );
  const linesSay = (text: string) =>
    workbench.until(`no line has "${text}" before it`, textsBefore, (texts) => texts.includes(text));

  it('between two lines stands before them', async () => {
    await workbench.runCommand('Oddline: Toggle Time Between Lines');
    await workbench.statusBarItem(/No anomalies|\d+ anomal/).waitFor({ timeout: 30_000 });
    await linesSay('+1 s');
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+G');
    // Typed into the log before it is there.
    await workbench.page.locator('.quick-input-widget input').first().fill(':45');
    await workbench.page.keyboard.press('Enter');
    await workbench.caretReaches('line 45', (line) => line === 45);
    await linesSay('+1 min 35 s');
    await linesSay('+12 s');
    await inThemes('time-gaps');
  });

  it('that was longest is listed, and gone to', async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+Home');
    await workbench.caretReaches('line 1', (line) => line === 1);
    await workbench.runCommand('Oddline: Longest Gaps…');
    await workbench.until(
      'the longest is first',
      () => picks().first().innerText(),
      (text) => /1 min 35 s\s*line 45 · 12:02:15/.test(text),
    );
    await workbench.screenshot('time-longest-gaps');
    await workbench.page.keyboard.press('Enter');
    await workbench.caretReaches('the end of the gap', (line) => line === 45);
  });

  it('of a selection is told in the status bar', async () => {
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+A');
    await workbench.statusBarItem('6 min 3 s').waitFor();
    await workbench.page.keyboard.press('ArrowLeft');
    await workbench.statusBarItem('6 min 3 s').waitFor({ state: 'hidden' });
  });

  it('is shown in a zone everywhere', async () => {
    await workbench.runCommand('Oddline: Show Times In…');
    await picks().filter({ hasText: 'As written' }).waitFor();
    await workbench.page.locator('.quick-input-widget input').first().fill('Asia/Tokyo');
    await workbench.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Asia/Tokyo' })
      .waitFor();
    await workbench.screenshot('time-zones');
    await workbench.page.keyboard.press('Enter');
    await linesSay('21:00:00.000');
    await linesSay('21:00:01.000  +1 s');
    await inThemes('time-zone');
  });

  const view = () =>
    workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  const row = (text: string): Locator => view().locator('.row:not(.skeleton)', { hasText: text });
  const firstRows = async () =>
    (await view().locator('.row:not(.skeleton) .text').allInnerTexts()).slice(0, 6);
  const rowsBegin = (...parts: readonly string[]) =>
    workbench.until('the rows begin otherwise', firstRows, (texts) =>
      parts.every((part, i) => texts[i]?.includes(part)),
    );

  it('puts three logs into one order', async () => {
    await workbench.openFile('scale.log');
    await workbench.openFile('office.log');
    await workbench.runCommand('Oddline: Merge Logs by Time…');
    await picks().filter({ hasText: 'Further files…' }).waitFor();
    await workbench.screenshot('merge-choices');
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'gate.log + scale.log + office.log' }).waitFor();
    await row('truck 0 weighs').first().waitFor({ timeout: 30_000 });
    await rowsBegin('truck 0 weighs', 'truck 1 weighs', 'truck 2 weighs', 'truck 0 drove in', 'note 0');
    await inThemes('merge');
  });

  it('is set right where a clock was wrong', async () => {
    await workbench.runCommand('Oddline: Set Clock Offset…');
    await picks().filter({ hasText: 'scale.log' }).locator('.label-name').first().click();
    await workbench.page.locator('.quick-input-widget', { hasText: '1 Selected' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.quick-input-widget', { hasText: 'What to add to its times' }).waitFor();
    await workbench.page.locator('.quick-input-widget input:focus').waitFor();
    await workbench.page.keyboard.press('Control+A');
    await workbench.page.keyboard.type('+3s');
    await workbench.page.keyboard.press('Enter');
    // The line on top stays there: what comes before it by now is above.
    await rowsBegin('truck 0 weighs', 'truck 1 drove in', 'truck 1 weighs');
    await view().locator('.rows').press('Control+Home');
    await rowsBegin('truck 0 drove in', 'note 0', 'truck 0 weighs', 'truck 1 drove in', 'truck 1 weighs');
    await workbench.screenshot('merge-offset');
  });
});
