import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';

const text = generateShopLog({ seed: 13, records: 2_000 }).text;
const half = text.slice(0, text.indexOf('\n', text.length >> 1) + 1);

describe('results of another text than the one on disk', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ files: { 'app.log': half }, open: 'app.log' });
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ templates/).waitFor({ timeout: 30_000 });
    await workbench.runCommand('Anomalies: Focus on Anomalies View', 'Anomalies');
  });
  after(() => workbench?.close());

  const statusSays = (words: string) => workbench.page.locator(`.statusbar-item[aria-label*="${words}"]`);
  const row = () => workbench.treeRows('Anomalies').filter({ hasText: 'Run Again: the log has changed' });

  const changes: readonly { what: string; change: () => void; reason: string }[] = [
    {
      what: 'grew',
      change: () => appendFileSync(workbench.file('app.log'), text.slice(half.length)),
      reason: 'has grown',
    },
    {
      what: 'was cut',
      change: () => truncateSync(workbench.file('app.log'), half.length),
      reason: 'changed on disk',
    },
    {
      what: 'was replaced by another file, as a rotation does',
      change: () => {
        writeFileSync(workbench.file('next.tmp'), text);
        renameSync(workbench.file('next.tmp'), workbench.file('app.log'));
      },
      reason: 'changed on disk',
    },
  ];
  for (const { what, change, reason } of changes) {
    it(`say so when the log ${what}, and run again on a click in the tree`, async () => {
      change();
      await statusSays(reason).waitFor({ timeout: 30_000 });
      await row().click();
      await row().waitFor({ state: 'detached', timeout: 30_000 });
      await workbench.statusBarItem(/\d+ templates/).waitFor();
      await workbench.statusBarItem('stale').waitFor({ state: 'detached' });
    });
  }
});
