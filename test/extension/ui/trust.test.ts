import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { listening, type Running } from '../../node/sources/servers/listening';
import { makeCertificate } from '../../node/sources/servers/own-certificate';
import { type RecordingProxy, startProxy } from '../../node/sources/servers/recording-proxy';
import { Workbench } from '../harness/workbench';
import { expectedFindings } from './expected-findings';

const text = generateShopLog({ seed: 10, records: 3_000 }).text;
const findings = expectedFindings(text);
const hidden = findings[1];

const labels = [
  { oddline: 'labels', version: 1 },
  { finding: hidden?.id, label: 'normal', at: '2026-01-31T12:00:00Z' },
];

/** A log source of the user's own: a server that only the proxy knows, with a certificate that only its `caFile` knows. */
const ownHost = 'own.oddline.test';
const mark = path.join(tmpdir(), `oddline-ran-${process.pid}`);

/** Says to whatever it is asked that it has one label. */
async function startOwnServer(): Promise<Running & { readonly certPath: string }> {
  const made = makeCertificate(`DNS:${ownHost}`);
  if (!made) throw new Error('openssl is needed for the certificate of the test.');
  const server = createServer({ key: made.key, cert: made.cert }, (_, response) => {
    response.end(JSON.stringify({ status: 'success', data: ['service_name'] }));
  });
  return { ...(await listening(server)), certPath: made.certPath };
}

/** The workspace brings a source, and another address for the user's own. */
const planted = ['planted', 'own'].map((name) => ({
  kind: 'loki',
  name,
  url: 'http://planted.oddline.test',
}));

describe('a workspace that is not trusted, hides a finding and brings log sources', () => {
  let workbench: Workbench;
  let server: Running;
  let proxy: RecordingProxy;
  before(async () => {
    const own = await startOwnServer();
    server = own;
    proxy = await startProxy({ leadsTo: { [`${ownHost}:443`]: `http://127.0.0.1:${own.port}` } });
    const machineSettings = {
      'oddline.sources': [
        { kind: 'loki', name: 'own', url: `https://${ownHost}`, caFile: own.certPath },
        { kind: 'command', name: 'printer', command: ['touch', mark] },
      ],
    };
    const files = {
      'shop.log': text,
      'query.logql': '{',
      '.vscode/settings.json': JSON.stringify({ 'oddline.sources': planted }),
      '.oddline/labels.jsonl': `${labels.map((label) => JSON.stringify(label)).join('\n')}\n`,
    };
    const settings = {
      'security.workspace.trust.startupPrompt': 'never',
      'http.proxy': `http://127.0.0.1:${proxy.port}`,
    };
    const options = { files, open: 'shop.log', trustAll: false, settings, machineSettings };
    workbench = await Workbench.open(options);
  });
  after(async () => {
    await workbench?.close();
    await proxy?.close();
    await server?.close();
  });

  const sources = () => workbench.treeRows('Log Sources');
  const focusSources = () => workbench.runCommand('Oddline: Focus on Log Sources View');
  const question = () =>
    workbench.page.locator('.monaco-dialog-box', { hasText: 'Use this log source here?' });

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
    await workbench.runCommand('Oddline: Mark as Normal');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'This line only' }).click();
    await workbench.notification('on this machine: the workspace is not trusted').waitFor();
    await workbench.statusBarItem(`${findings.length - 1} anomalies`).waitFor();
    assert.equal(workbench.read('.oddline/labels.jsonl'), before);
  });

  it('hides it when the user says so', async () => {
    const asked = 'This workspace is not trusted';
    await workbench.pressInNotification(asked, 'Apply');
    await workbench.statusBarItem(`${findings.length - 2} anomalies`).waitFor();
    await workbench.notification(asked).waitFor({ state: 'detached' });
  });

  it('neither adds a log source nor changes one', async () => {
    await focusSources();
    await sources().filter({ hasText: ownHost }).waitFor();
    await sources().filter({ hasText: 'printer' }).waitFor();
    assert.equal(await sources().filter({ hasText: 'planted' }).count(), 0);
    await workbench.screenshot('untrusted-sources');
  });

  it('asks no server as a query is typed', async () => {
    await workbench.openFile('query.logql');
    await workbench.focusEditor();
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.press('Control+Space');
    await workbench.page.locator('.suggest-widget', { hasText: 'No suggestions' }).waitFor();
    await workbench.page.keyboard.press('Escape');
    assert.deepEqual(proxy.seen, []);
  });

  it('has a source of the user asked only after a question', async () => {
    await focusSources();
    await sources().filter({ hasText: ownHost }).click();
    await question().waitFor();
    await workbench.screenshot('untrusted-source-question');
    await question().getByRole('button', { name: 'Cancel' }).click();
    await question().waitFor({ state: 'hidden' });
    assert.deepEqual(proxy.seen, []);
    await sources().filter({ hasText: ownHost }).click();
    await question().getByRole('button', { name: 'Ask own' }).click();
    const offered = workbench.page.locator('.quick-input-widget .monaco-list-row', {
      hasText: 'service_name',
    });
    await offered.waitFor();
    await workbench.page.keyboard.press('Escape');
    assert.deepEqual([...new Set(proxy.seen)], [`CONNECT ${ownHost}:443`]);
  });

  it('runs no command', async () => {
    await focusSources();
    await sources().filter({ hasText: 'printer' }).click();
    await workbench.notification('no command is run in it').waitFor();
    assert.equal(existsSync(mark), false);
  });
});
