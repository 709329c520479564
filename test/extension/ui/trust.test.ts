import assert from 'node:assert/strict';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { Workbench } from '../harness/workbench';
import { expectedFindings } from './expected-findings';

const text = generateShopLog({ seed: 10, records: 3_000 }).text;
const findings = expectedFindings(text);
const hidden = findings[1];

const labels = [
  { oddline: 'labels', version: 1 },
  { finding: hidden?.id, label: 'normal', at: '2026-01-31T12:00:00Z' },
];

describe('a workspace that is not trusted and hides a finding', () => {
  let workbench: Workbench;
  before(async () => {
    const files = {
      'shop.log': text,
      '.oddline/labels.jsonl': `${labels.map((label) => JSON.stringify(label)).join('\n')}\n`,
    };
    const settings = { 'security.workspace.trust.startupPrompt': 'never' };
    workbench = await Workbench.open({ files, open: 'shop.log', trustAll: false, settings });
  });
  after(() => workbench?.close());

  it('is analysed, and hides nothing before the user was asked', async () => {
    await workbench.statusBarItem('Restricted Mode').waitFor();
    await workbench.runCommand('Oddline: Detect Anomalies');
    await workbench.notification('This workspace is not trusted').waitFor({ timeout: 30_000 });
    await workbench.statusBarItem(`${findings.length} anomalies`).waitFor();
    await workbench.screenshot('untrusted');
  });

  it('keeps what is taught out of it', async () => {
    const before = workbench.read('.oddline/labels.jsonl');
    await workbench.runCommand('Oddline: Next Anomaly');
    await workbench.caretReaches('the first finding', (line) => line === findings[0]?.line);
    await workbench.runCommand('Oddline: Not an Anomaly');
    await workbench.notification('on this machine: the workspace is not trusted.').waitFor();
    await workbench.statusBarItem(`${findings.length - 1} anomalies`).waitFor();
    assert.equal(workbench.read('.oddline/labels.jsonl'), before);
  });

  it('hides it when the user says so', async () => {
    const question = workbench.notification('This workspace is not trusted');
    await question.getByRole('button', { name: 'Apply', exact: true }).click();
    await workbench.statusBarItem(`${findings.length - 2} anomalies`).waitFor();
    assert.equal(await question.count(), 0);
  });
});
