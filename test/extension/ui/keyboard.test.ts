import assert from 'node:assert/strict';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';
import { expectedFindings } from './expected-findings';

const text = generateShopLog({ seed: 14, records: 3_000 }).text;
const findings = expectedFindings(text);

describe('without a mouse', () => {
  let workbench: Workbench;
  const press = (...keys: string[]) =>
    keys.reduce((last, key) => last.then(() => workbench.page.keyboard.press(key)), Promise.resolve());

  before(async () => {
    workbench = await Workbench.open({ files: { 'shop.log': text }, open: 'shop.log' });
    const offered = workbench.page.locator('.quick-input-list .monaco-list-row.focused', {
      hasText: 'Detect Anomalies',
    });
    const isOffered = async () => {
      await press('Escape', 'F1');
      await workbench.page.locator('.quick-input-widget input').first().fill('>Oddline: Detect Anomalies');
      return offered.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    };
    await workbench.until('the palette offers it first', isOffered, Boolean);
    await press('Enter');
    await workbench.statusBarItem(`${findings.length} anomalies`).waitFor({ timeout: 30_000 });
    await press('Control+1');
  });
  after(() => workbench?.close());

  it('Alt+N and Shift+Alt+N go from finding to finding', async () => {
    const [first, second] = findings;
    await press('Alt+N');
    await workbench.caretReaches('the first finding', (line) => line === first?.line);
    await press('Alt+N');
    await workbench.caretReaches('the second finding', (line) => line === second?.line);
    await press('Shift+Alt+N');
    await workbench.caretReaches('the first finding', (line) => line === first?.line);
    await workbench.hover().waitFor();
  });

  it('the hover takes the focus, and its links answer to Enter', async () => {
    // The first time shows it, where it went meanwhile. In the text Tab would be typed.
    await workbench.until(
      'the hover has the focus',
      async () => {
        await press('Control+K', 'Control+I');
        return workbench.page.locator('.monaco-resizable-hover:focus-within').count();
      },
      (count) => count > 0,
    );
    const link = workbench.hover().getByRole('link', { name: 'Mark as Normal' });
    const focused = () => link.evaluate((element) => element === element.ownerDocument.activeElement);
    for (let tabs = 0; tabs < 20 && !(await focused()); tabs++) await press('Tab');
    assert.ok(await focused(), 'Tab reaches "Mark as Normal"');
    await workbench.screenshot('keyboard-hover');
    await press('Enter');
    // Of what is said is asked next; this line only comes first.
    const offered = workbench.page.locator('.quick-input-list .monaco-list-row.focused');
    await offered.filter({ hasText: 'This line only' }).waitFor();
    await press('Enter');
    await workbench.statusBarItem(`${findings.length - 1} anomalies`).waitFor();
  });
});
