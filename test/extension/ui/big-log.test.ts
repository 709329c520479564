import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FrameLocator, Locator } from 'playwright-core';
import { serviceLines } from '../../../scripts/bench/corpora/service.mjs';
import { seededRandom } from '../../../src/engine/model/seeded-random';
import { Workbench } from '../harness/workbench';

const megabyte = 1e6;
const failure = 'ERROR [worker-3] depot.Scale - weighing failed: sensor 7 gave no answer, belt stopped';

interface Log {
  readonly text: string;
  readonly lines: readonly string[];
}

/** Lines of the parcel service's corpus, with failures planted in them. */
function parcelLog(bytes: number, failing: readonly number[]): Log {
  const next = serviceLines(seededRandom(11));
  const lines: string[] = [];
  for (let size = 0; size < bytes; ) {
    const record = next();
    size += record.length;
    lines.push(...record.trimEnd().split('\n'));
  }
  for (const line of failing)
    lines[line - 1] = lines[line - 1].replace(/(TRACE|DEBUG|INFO|WARN|ERROR).*/, failure);
  return { text: `${lines.join('\n')}\n`, lines };
}

/** More than 50 million UTF-16 units: no extension gets it from VS Code. */
const planted = [40_000, 200_000];
const big = parcelLog(60 * megabyte, planted);
const small = parcelLog(0.2 * megabyte, []);
const part = Math.floor(small.lines.length / 3);
const parts = [
  small.lines.slice(0, part),
  small.lines.slice(part, 2 * part),
  small.lines.slice(2 * part),
].map((lines) => `${lines.join('\n')}\n`);

describe('the big-log editor', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({
      files: {
        'parcels.log': big.text,
        'packed.log.gz': gzipSync(small.text),
        'belt.log': parts[2],
        'belt.log.1': parts[1],
        'belt.log.2.gz': gzipSync(parts[0]),
        'short.log': 'one line\n',
      },
    });
  });
  after(() => workbench?.close());

  const view = (): FrameLocator =>
    workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  const rows = (): Locator => view().locator('.row:not(.skeleton)');
  const rowOf = (line: number): Locator =>
    rows().filter({ has: view().locator('.number', { hasText: new RegExp(`^${grouped(line)}$`) }) });
  const showsLine = async (line: number, text: string) => {
    // Rows of what was shown before may stand there for a moment: the text is waited for, not only the number.
    const row = rowOf(line).filter({ hasText: text.slice(0, 60) });
    await row.first().waitFor({ timeout: 30_000 });
  };
  const openByDoubleClick = async (name: string) => {
    await workbench.runCommand('View: Show Explorer', 'Explorer');
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: name })
      .first()
      .dblclick();
    await workbench.page.locator('.tab.active', { hasText: name }).first().waitFor();
  };

  it('is offered where VS Code gives up', async () => {
    await openByDoubleClick('parcels.log');
    const notice = workbench.notification('too large for VS Code');
    await notice.waitFor({ timeout: 30_000 });
    await workbench.statusBarItem('Open in Big-Log Editor').waitFor();
    await workbench.page.locator('.editor-actions [aria-label*="Open in Big-Log Editor"]').first().waitFor();
    await workbench.screenshot('big-log-offered');
    await notice.getByRole('button', { name: 'Open in Big-Log Editor' }).click();
  });

  it('shows the first lines at once', async () => {
    await showsLine(1, big.lines[0]);
    await workbench.screenshot('big-log-first');
    await view()
      .locator('.status .size', { hasText: `${grouped(big.lines.length)} lines` })
      .waitFor();
  });

  it('goes to the end and back', async () => {
    await view().locator('.rows').press('Control+End');
    await showsLine(big.lines.length, big.lines.at(-1) ?? '');
    await view().locator('.rows').press('Control+Home');
    await showsLine(1, big.lines[0]);
  });

  it('goes to a line', async () => {
    await goToLine(123_456);
    await showsLine(123_456, big.lines[123_455]);
  });

  it('finds in the whole log, with a count', async () => {
    await view().locator('.rows').press('Control+f');
    await view().locator('.find-bar input:focus').waitFor();
    await workbench.page.keyboard.type('weighing failed');
    await view()
      .locator('.find-bar .count', { hasText: /of 2 lines/ })
      .waitFor({ timeout: 30_000 });
    // From the caret on, and round from the last to the first.
    await showsLine(planted[1], big.lines[planted[1] - 1]);
    await workbench.page.keyboard.press('Enter');
    await showsLine(planted[0], big.lines[planted[0] - 1]);
    await workbench.screenshot('big-log-find');
    await workbench.page.keyboard.press('Escape');
  });

  it('detects anomalies, and goes from one to the next', async () => {
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ anomal(?:y|ies) · \d+ templates/).waitFor({ timeout: 60_000 });
    await view().locator('.rows').press('Control+Home');
    await showsLine(1, big.lines[0]);
    // The corpus refuses bookings from its beginning: those are one finding.
    const refused = big.lines.findIndex((line) => line.includes('refused the booking')) + 1;
    await workbench.runCommand('Oddline: Next Anomaly');
    await showsLine(refused, big.lines[refused - 1]);
    await workbench.runCommand('Oddline: Next Anomaly');
    await showsLine(planted[0], big.lines[planted[0] - 1]);
    await workbench.until(
      'the line is marked',
      () => rowOf(planted[0]).first().getAttribute('class'),
      (classes) => /is-(?:high|critical|medium)/.test(classes ?? ''),
    );
    await view()
      .locator('.hover', { hasText: /anomaly/ })
      .waitFor();
    await workbench.screenshot('big-log-next-anomaly');
  });

  it('a click in the tree goes to the line', async () => {
    await workbench.runCommand('View: Show Explorer', 'Explorer');
    await workbench.runCommand('Anomalies: Focus on Anomalies View', 'Anomalies');
    await workbench
      .treeRows('Anomalies')
      .filter({ hasText: /^weighing failed/ })
      .last()
      .click();
    await showsLine(planted[1], big.lines[planted[1] - 1]);
  });

  it('shows only what fits a filter, and everything again', async () => {
    await view().locator('.rows').press('Control+Alt+f');
    await view().locator('.filter-bar input:focus').waitFor();
    await workbench.page.keyboard.type('weighing');
    await view().locator('.filter-bar .count', { hasText: /2 of/ }).waitFor({ timeout: 30_000 });
    await showsLine(planted[0], big.lines[planted[0] - 1]);
    await showsLine(planted[1], big.lines[planted[1] - 1]);
    await workbench.screenshot('big-log-filter');
    await view().locator('.filter-bar').getByText('Clear').click();
    await showsLine(planted[0] + 1, big.lines[planted[0]]);
  });

  for (const theme of ['dark', 'high-contrast', 'high-contrast-light', 'light'] as const) {
    it(`looks right in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      await rows().first().waitFor();
      await workbench.screenshot(`big-log-${theme}`);
    });
  }

  it('comes back where it was when it was hidden', async () => {
    await goToLine(300_000);
    await showsLine(300_000, big.lines[299_999]);
    await openByDoubleClick('short.log');
    await workbench.waitForEditor('short.log');
    await workbench.page.locator('.tab', { hasText: 'parcels.log' }).last().click();
    await showsLine(300_000, big.lines[299_999]);
  });

  it('stays readable in a narrow window', async () => {
    await workbench.setSize(600);
    await rows().first().waitFor();
    await workbench.screenshot('big-log-narrow');
    await workbench.setSize(1400);
  });

  it('opens a packed log by itself', async () => {
    await openByDoubleClick('packed.log.gz');
    await showsLine(1, small.lines[0]);
    await workbench.screenshot('big-log-packed');
  });

  it('shows a rotated set as one log, the oldest file first', async () => {
    await workbench.openFile('belt.log');
    await workbench.runCommand('Oddline: Open Rotated Set in Big-Log Editor');
    await view()
      .locator('.status .size', { hasText: `${grouped(small.lines.length)} lines` })
      .waitFor();
    await showsLine(1, small.lines[0]);
    await view().locator('.rows').press('Control+End');
    await view()
      .locator('.text', { hasText: small.lines[small.lines.length - 1].slice(-40) })
      .first()
      .waitFor();
    await workbench.until(
      'the file of the last line',
      () => view().locator('.row .source').last().textContent(),
      (name) => name === 'belt.log',
    );
    await workbench.screenshot('big-log-rotated');
  });

  it('says that a file is gone, and opens it again when it is back', async () => {
    await openByDoubleClick('packed.log.gz');
    await showsLine(1, small.lines[0]);
    rmSync(workbench.file('packed.log.gz'));
    const banner = view().locator('.banner', { hasText: 'deleted or moved' });
    await banner.waitFor({ timeout: 30_000 });
    await workbench.screenshot('big-log-gone');
    writeFileSync(workbench.file('packed.log.gz'), gzipSync(parts[1]));
    await banner.getByText('Open Again').click();
    await showsLine(1, small.lines[part]);
    await banner.waitFor({ state: 'hidden' });
  });

  it('asks nothing of any machine but this one', () => {
    assert.deepEqual(workbench.requestsOutside, []);
  });

  async function goToLine(line: number): Promise<void> {
    await workbench.runCommand('Oddline: Go to Line…');
    await view().locator('.go-to-bar input:focus').waitFor();
    await workbench.page.keyboard.type(String(line));
    await workbench.page.keyboard.press('Enter');
  }
});

function grouped(line: number): string {
  return line.toLocaleString('en');
}
