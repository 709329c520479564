import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';

describe('a workspace of several folders', () => {
  let workbench: Workbench;
  before(async () => {
    const files = { 'outer/inner/shop.log': generateShopLog({ seed: 12, records: 3_000 }).text };
    const roots = ['outer', 'outer/inner'];
    workbench = await Workbench.open({ files, roots, open: 'outer/inner/shop.log' });
  });
  after(() => workbench?.close());

  it('keeps what is taught in the folder nearest to the log', async () => {
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ anomalies/).waitFor({ timeout: 30_000 });
    await workbench.runCommand('Oddline: Next Anomaly');
    await workbench.hover().waitFor();
    await workbench.runCommand('Oddline: Mark as Normal');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'This line only' }).click();
    await workbench.notification(/Marked as normal.*kept in/).waitFor();
    assert.ok(existsSync(workbench.file('outer/inner/.oddline/labels.jsonl')));
    assert.ok(!existsSync(workbench.file('outer/.oddline')));
  });
});
