import { strict as assert } from 'node:assert';
import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { Workbench } from '../harness/workbench';

const esc = '\u001b';

const two = (value: number) => String(value).padStart(2, '0');
const stamp = (i: number) => `2026-11-21T10:${two(Math.floor(i / 60) % 60)}:${two(i % 60)}.000Z`;

const messages = [
  (i: number) => `INFO cart ${1000 + i} opened by user ${i % 17}`,
  (i: number) => `INFO payment of ${(i * 37) % 900} cents accepted`,
  (i: number) => `DEBUG stock of ${i % 40} items looked up in ${(i % 9) + 1} ms`,
];
const line = (i: number) => `${stamp(i)} ${messages[i % messages.length]?.(i)}\n`;
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => line(from + i)).join('');
const frame = '    at add (/app/src/cart.ts:3:7)\n';
const appLog = `${lines(0, 2)}${frame}${lines(2, 600)}`;

/** `#{` stands for what begins an expression in a template literal. */
const cart = [
  'export function open(cart: Cart, user: User) {',
  '  // Opened at the first item.',
  '  log.info(`cart #{cart.id} opened by user #{user.id}`);',
  '}',
  '',
];
const pay = ['def pay(cents):', '    logger.info("payment of %d cents accepted", cents)', ''];

const colours = [
  `${esc}[32mINFO${esc}[0m server ${esc}[1mready${esc}[0m in ${esc}[38;5;208m12 ms${esc}[0m`,
  `${esc}[31mERROR${esc}[0m order 12 ${esc}[4;31mfailed${esc}[0m, ${esc}[7mretrying${esc}[0m`,
  `${esc}[90mDEBUG${esc}[0m cache ${esc}[2mwarm${esc}[0m ${esc}[33m84 %${esc}[0m`,
  '',
];
const events = [
  '{"ts":"10:00:01","level":"info","service":"cart","user":{"id":12},"msg":"cart opened"}',
  '{"ts":"10:00:02","level":"warning","service":"payments","user":{"id":7},"msg":"card refused"}',
  '',
];

/** Runs in the page, whose types are not those of the tests. */
function drawnAs(element: unknown): string {
  const page = globalThis as unknown as { getComputedStyle(of: unknown): { textDecoration: string } };
  return page.getComputedStyle(element).textDecoration;
}

describe('small things people miss', () => {
  let workbench: Workbench;
  before(async () => {
    const files = {
      'app.log': appLog,
      'colours.log': colours.join('\n'),
      'events.log': events.join('\n'),
      'src/cart.ts': cart.join('\n').replaceAll('#{', '${'),
      'src/pay.py': pay.join('\n'),
    };
    workbench = await Workbench.open({ files, open: 'app.log' });
  });
  after(() => workbench?.close());

  const log = () => workbench.file('app.log');
  const shown = (text: string) => workbench.page.locator('.view-line', { hasText: text }).first();
  const press = (key: string) => workbench.page.keyboard.press(key);

  it('open the file that a frame of a stack trace names', async () => {
    const link = workbench.page.locator('.detected-link', { hasText: '/app/src/cart.ts:3:7' });
    await link.waitFor();
    await workbench.screenshot('small-link');
    await link.click({ modifiers: ['Control'] });
    await workbench.waitForEditor('cart.ts');
    await workbench.caretReaches('the line of the frame', (at) => at === 3);
  });

  it('lead from a line to the statement that wrote it, and say above it how many lines it wrote', async () => {
    await workbench.openFile('app.log');
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ templates/).waitFor({ timeout: 30_000 });
    await workbench.focusEditor();
    await press('Control+Home');
    await press('ArrowDown');
    await workbench.runCommand('Oddline: Go to Logging Statement');
    await workbench.waitForEditor('pay.py');
    await workbench.caretReaches('the statement', (at) => at === 2);
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: '200 lines' });
    await lens.waitFor();
    await workbench.screenshot('small-codelens');
    await lens.click();
    const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'payment of' }).first().waitFor();
    await workbench.screenshot('small-statement-lines');
    await press('Enter');
    await workbench.waitForEditor('app.log');
    await workbench.caretReaches('the first line of the statement', (at) => at === 2);
  });

  describe('follow a log', () => {
    const status = (text: string | RegExp) =>
      workbench.statusBarItem(text).first().waitFor({ timeout: 30_000 });

    it('to its end while the reader is there', async () => {
      await workbench.openFile('app.log');
      await workbench.runCommand('Oddline: Follow Log');
      await status('Following');
      appendFileSync(log(), `${lines(600, 640)}${stamp(640)} INFO first news\n`);
      await shown('first news').waitFor();
      await workbench.screenshot('small-following');
    });

    it('not when the reader is further up', async () => {
      await workbench.focusEditor();
      await press('Control+Home');
      await status('Paused: not at the end');
      await workbench.screenshot('small-paused');
      const before = await templates();
      appendFileSync(log(), `${stamp(641)} INFO second news\n`);
      await workbench.until('the log was read on, from', templates, (now) => now !== before);
      await shown('cart 1000 opened').waitFor();
      await workbench.statusBarItem('Paused: not at the end').click();
      await shown('second news').waitFor();
      await status('Following');
    });

    it('through a rotation, and say how many lines were missed', async () => {
      appendFileSync(log(), `${line(642)}${line(643)}`);
      renameSync(log(), `${log()}.1`);
      writeFileSync(log(), `${stamp(644)} INFO news after the rotation\n`);
      await shown('news after the rotation').waitFor();
      await status(/Following · \d+ lines missed/);
    });

    it('that is emptied in its place', async () => {
      truncateSync(log());
      appendFileSync(log(), `${stamp(650)} INFO news after the cut\n`);
      await shown('news after the cut').waitFor();
      await status('Following');
      await workbench.runCommand('Oddline: Stop Following');
      await workbench.statusBarItem('Following').waitFor({ state: 'detached' });
    });

    /** The analysis reads on what is appended. */
    async function templates(): Promise<string> {
      return (await workbench.statusBarItem(/\d+ templates/).textContent()) ?? '';
    }
  });

  it('give text the colours its ANSI escapes name, and leave the escapes out in a view of its own', async () => {
    await workbench.openFile('colours.log');
    const painted = workbench.page.locator('.view-line span[class*="ced-"]');
    const failed = painted.filter({ hasText: 'failed' }).first();
    await failed.waitFor();
    assert.match(await failed.evaluate(drawnAs), /underline/);
    for (const theme of ['dark', 'light'] as const) {
      await workbench.setTheme(theme);
      await failed.waitFor();
      await workbench.screenshot(`small-ansi-${theme}`);
    }
    await workbench.runCommand('Oddline: Open Without ANSI');
    await workbench.waitForEditor('without ANSI');
    await shown('ERROR order 12 failed, retrying').waitFor();
    await workbench.screenshot('small-ansi-without');
  });

  it('show JSON lines as columns', async () => {
    await workbench.openFile('events.log');
    await workbench.runCommand('Oddline: Show as Columns');
    await workbench.waitForEditor('as columns');
    await shown('10:00:02  warning  payments  card refused').waitFor();
    const names = workbench.page.locator('.codelens-decoration a', { hasText: 'ts · level · service · msg' });
    await names.waitFor();
    await workbench.screenshot('small-columns');
    await workbench.setTheme('dark');
    await workbench.screenshot('small-columns-dark');
  });
});
