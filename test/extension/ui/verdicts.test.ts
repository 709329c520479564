import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { generateQuietLog, generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { unusualLog } from '../../engine/unusual-log';
import { Workbench } from '../harness/workbench';

const files = {
  'findings.log': generateShopLog({ seed: 1, records: 3_000 }).text,
  'quiet.log': generateQuietLog({ seed: 3 }).text,
  'unusual.log': unusualLog(),
};

describe('what is said of a log', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ files, open: 'quiet.log' });
  });
  after(() => workbench?.close());

  it('quiet: an answer in words, and the strangest lines on demand', async () => {
    await workbench.runCommand('Oddline: Detect Anomalies');
    const answer = workbench.notification(/Nothing unusual in [\d,]+ records/);
    await answer.waitFor({ timeout: 30_000 });
    assert.match(await answer.innerText(), /\d+ templates, \d+ detectors/);
    await workbench.statusBarItem(/no anomalies · \d+ templates/).waitFor();
    assert.equal(await workbench.decoratedLines().count(), 0);
    await workbench.screenshot('quiet');
    await answer.getByRole('button', { name: 'Show the Strangest Lines Anyway' }).click();
    await workbench.statusBarItem('20 strangest lines').waitFor();
    await workbench.hover().getByText('Below the threshold').waitFor();
    await workbench.screenshot('quiet-strangest');
  });

  it('unusual as a whole: says so, offers a way on, paints nothing', async () => {
    await workbench.openFile('unusual.log');
    await workbench.runCommand('Oddline: Detect Anomalies');
    const answer = workbench.notification(/unusual/).filter({ hasNotText: 'Nothing unusual' });
    await answer.waitFor({ timeout: 30_000 });
    for (const offer of ['Time Range…', 'Baseline…', 'Strangest Lines']) {
      await answer.getByRole('button', { name: offer }).waitFor();
    }
    await workbench.statusBarItem('whole log unusual').waitFor();
    assert.equal(await workbench.decoratedLines().count(), 0);
    await workbench.screenshot('unusual');
  });

  it('findings: no message, marks', async () => {
    await workbench.openFile('findings.log');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.statusBarItem(/\d+ anomalies/).waitFor({ timeout: 30_000 });
    await workbench.notification('').first().waitFor({ state: 'detached' });
    await workbench.runCommand('Oddline: Next Anomaly');
    await workbench.decoratedLines().first().waitFor();
    await workbench.screenshot('findings');
  });

  it('stale: when the file grows on disk', async () => {
    appendFileSync(workbench.file('findings.log'), files['quiet.log'].slice(0, 5_000));
    await workbench.statusBarItem('stale').waitFor({ timeout: 30_000 });
    await workbench.screenshot('stale-grown');
  });
});
