import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { FrameLocator, Locator } from 'playwright-core';
import { pushLoki } from '../../../scripts/live/push-loki.mjs';
import { type RecordingProxy, startProxy } from '../../node/sources/servers/recording-proxy';
import { startTlsFront, type TlsFront } from '../../node/sources/servers/tls-front';
import { Workbench } from '../harness/workbench';

/** Entries of the last 26 minutes: checkout is quiet until its database goes away for a minute. */
const count = 3000;
const second = 1_000_000_000n;
const beginNow = () => BigInt(Math.floor(Date.now() / 1000) - 1560) * second;

function checkoutText(at: number): string {
  if (at >= 2500 && at < 2520)
    return `level=error msg="cannot reach the orders database" attempt=${at - 2499} host=orders-db-1`;
  return `level=info msg="order ${at} is paid" total=${(at * 37) % 900} customer=${(at * 7919) % 4000}`;
}

interface LokiProcess {
  readonly url: string;
  end(): Promise<void>;
}

/** By its script: the suites are bundled, and what it starts stands beside it. */
async function startLoki(): Promise<LokiProcess> {
  const script: ChildProcess = spawn(process.execPath, ['scripts/live/loki.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(script, 'exit');
  const end = async () => {
    script.kill('SIGINT');
    await ended;
  };
  for await (const line of createInterface({ input: script.stdout ?? process.stdin })) {
    const url = /^Loki: (\S+)$/.exec(line)?.[1];
    if (url) return { url, end };
  }
  throw new Error('Loki did not start: see above why.');
}

describe('remote logs', function () {
  this.timeout(300_000);
  /** Only the proxy knows it: what does not go through it reaches nothing. VS Code asks no proxy for loopback. */
  const host = 'loki.oddline.test';
  /** The same Loki behind TLS, by a certificate that only the source's `caFile` knows. */
  const safeHost = 'safe.oddline.test';
  let loki: LokiProcess;
  let front: TlsFront;
  let proxy: RecordingProxy;
  let workbench: Workbench;
  before(async () => {
    loki = await startLoki();
    // Not when the file is loaded: other suites may run for minutes before.
    const begin = beginNow();
    const entries = (text: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => ({
        time: `${begin + BigInt(at) * (second / 2n)}`,
        text: text(at),
      }));
    await pushLoki(loki.url, [
      { labels: { service_name: 'checkout', env: 'live' }, entries: entries(checkoutText) },
      { labels: { service_name: 'mail', env: 'live' }, entries: entries((at) => `sent letter ${at}`) },
    ]);
    front = await startTlsFront(loki.url, safeHost);
    const grafana = { url: 'https://grafana.oddline.test', datasource: 'logs' };
    const safe = { kind: 'loki', name: 'safe', url: `https://${safeHost}`, caFile: front.certPath, grafana };
    const safeWay = `http://127.0.0.1:${front.port}`;
    proxy = await startProxy({ leadsTo: { [host]: loki.url, [`${safeHost}:443`]: safeWay } });
    const settings = { 'http.proxy': `http://127.0.0.1:${proxy.port}` };
    const files = {
      'short.log': 'one line\n',
      'queries/letters.logql': '# range: 1h\n{service_name="mail"}\n',
      'safe.logql': '# source: safe\n{service_name="safe"}\n',
    };
    workbench = await Workbench.open({ files, settings, machineSettings: { 'oddline.sources': [safe] } });
  });
  after(async () => {
    await workbench?.close();
    await proxy?.close();
    await front?.close();
    await loki?.end();
  });

  const input = (): Locator => workbench.page.locator('.quick-input-widget');
  const type = async (text: string) => {
    await input().locator('input:focus').waitFor();
    await workbench.page.keyboard.type(text);
  };
  const enter = () => workbench.page.keyboard.press('Enter');
  const asked = (text: string) => input().getByText(text).first().waitFor();
  const choose = async (item: string) => {
    await input().locator('.monaco-list-row', { hasText: item }).first().waitFor();
    await type(item);
    await input().locator('.monaco-list-row.focused', { hasText: item }).waitFor();
    await enter();
  };
  const openQuery = async () => {
    await workbench.runCommand('Oddline: Open Loki Query…');
    await choose('shop');
  };
  const pushNow = (service: string, text: string) => {
    const entries = [{ time: `${BigInt(Date.now()) * 1_000_000n}`, text }];
    return pushLoki(loki.url, [{ labels: { service_name: service, env: 'live' }, entries }]);
  };
  const view = (): FrameLocator =>
    workbench.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');

  it('a source is set up step by step, asked, and kept', async () => {
    await workbench.runCommand('Oddline: Add Log Source…');
    await choose('Grafana Loki');
    await asked('Address of the server');
    await type('loki');
    await enter();
    await asked('is no address of a server');
    await workbench.screenshot('remote-address');
    await workbench.page.keyboard.press('Control+a');
    await type(`http://${host}`);
    await enter();
    await choose('None');
    await asked('Tenant');
    await enter();
    await asked('A name for it');
    await workbench.page.keyboard.press('Control+a');
    await type('shop');
    await enter();
    await workbench.notification('Loki').first().waitFor();
    await workbench.screenshot('remote-source-kept');
    await workbench.runCommand('Oddline: Focus on Log Sources View');
    await workbench.treeRows('Log Sources').filter({ hasText: 'shop' }).waitFor();
  });

  it('a query completes from the server, and its result opens as an analysed log', async () => {
    await openQuery();
    await type('{service_n');
    await input().locator('.monaco-list-row.focused', { hasText: 'service_name' }).waitFor();
    await enter();
    await input().locator('.monaco-list-row.focused', { hasText: 'checkout' }).waitFor();
    await workbench.screenshot('remote-completion');
    await enter();
    await input().locator('.monaco-list-row', { hasText: '{service_name="checkout"' }).waitFor();
    await type('}');
    await input().locator('.monaco-list-row.focused', { hasText: '{service_name="checkout"}' }).waitFor();
    await enter();
    await choose('Last hour');
    await input().getByPlaceholder('How much to fetch?').waitFor();
    await workbench.screenshot('remote-amount');
    await input().locator('.monaco-list-row.focused', { hasText: 'All' }).waitFor();
    await enter();
    await view().locator('.row .text', { hasText: 'order 0 is paid' }).first().waitFor({ timeout: 60_000 });
    await view().locator('.status .size', { hasText: '3,000 lines' }).waitFor();
    await workbench
      .treeRows('Anomalies')
      .filter({ hasText: 'cannot reach the orders database' })
      .first()
      .waitFor({ timeout: 60_000 });
    await workbench.screenshot('remote-log');
  });

  it('what the server cannot parse stands at the query in its own words', async () => {
    await openQuery();
    await type('{service_name="checkout"} |= ');
    // Not what was asked before or is offered, which Enter would only put in.
    await input()
      .locator('.monaco-list-row.focused', { hasText: /Run.*\{service_name="checkout"\} \|=/ })
      .waitFor();
    await enter();
    await asked('syntax error');
    await workbench.screenshot('remote-parse-error');
    await workbench.page.keyboard.press('Escape');
  });

  it('a query of a file is offered, and one that was asked is saved as a file that runs it', async () => {
    await openQuery();
    await choose('letters.logql');
    await input().getByPlaceholder('How much to fetch?').waitFor();
    await choose('All');
    await view().locator('.row .text', { hasText: 'sent letter 0' }).first().waitFor({ timeout: 60_000 });
    await workbench.screenshot('remote-labels-folded');
    await workbench.runCommand('Oddline: Save Query…');
    await input().locator('input:focus').waitFor();
    await enter();
    const editor = workbench.page.locator('.editor-instance .view-lines');
    await editor.filter({ hasText: '# source: shop' }).waitFor();
    await workbench.page.locator('.codelens-decoration', { hasText: 'Run on shop' }).waitFor();
    await workbench.screenshot('remote-query-saved');
  });

  it('live entries come as they are pushed', async () => {
    await openQuery();
    await type('{service_name="mail"}');
    // Not what was asked before, which Enter would only put in.
    await input()
      .locator('.monaco-list-row.focused', { hasText: /Run.*\{service_name="mail"\}/ })
      .waitFor();
    await enter();
    await choose('Live');
    await view().locator('.row .text', { hasText: 'sent letter 2999' }).first().waitFor({ timeout: 60_000 });
    await pushNow('mail', 'the post office has closed');
    await view()
      .locator('.row .text', { hasText: 'the post office has closed' })
      .first()
      .waitFor({ timeout: 20_000 });
    await workbench.screenshot('remote-live');
  });

  it('live entries come over TLS by a certificate that only the source knows, and are marked', async () => {
    for (let at = 0; at < 200; at++) await pushNow('safe', `level=info msg="door ${at % 7} is locked"`);
    await workbench.openFile('safe.logql');
    await workbench.page.locator('.codelens-decoration', { hasText: 'Run on safe' }).click();
    await choose('Live');
    const row = (text: string) => view().locator('.row .text', { hasText: text }).first();
    await row('is locked').waitFor({ timeout: 60_000 });
    await pushNow('safe', 'level=error msg="the strongroom cannot be locked: bolt is bent"');
    await row('the strongroom cannot be locked').waitFor({ timeout: 20_000 });
    const marked = view().locator('.row.is-medium, .row.is-high, .row.is-critical');
    await marked.filter({ hasText: 'the strongroom' }).first().waitFor();
    await workbench.screenshot('remote-live-tls');
  });

  it('a selection of it leads to Grafana', async () => {
    await view().locator('.row .text', { hasText: 'the strongroom' }).first().dblclick();
    await workbench.runCommand('Oddline: Open in Grafana / Kibana');
    const dialog = workbench.page.locator('.monaco-dialog-box', {
      hasText: 'https://grafana.oddline.test/explore',
    });
    await dialog.waitFor();
    await workbench.screenshot('remote-grafana');
    await workbench.page.context().grantPermissions(['clipboard-read']);
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.waitFor({ state: 'detached' });
    const copied = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
    const [, from, until] = /"from":"(\d+)","to":"(\d+)"/.exec(decodeURIComponent(copied)) ?? [];
    assert.equal(Number(until) - Number(from), 1000, copied);
    assert.ok(copied.includes('service_name'), copied);
  });

  it('all of it went through the proxy of the settings, the live entries too', () => {
    const tunnels = proxy.seen.filter((one) => one.startsWith('CONNECT '));
    assert.deepEqual([...new Set(tunnels)], [`CONNECT ${safeHost}:443`]);
    const plain = proxy.seen.filter((one) => !one.startsWith('CONNECT '));
    const asked = plain.map((one) => one.split('?')[0].split(' '));
    assert.deepEqual([...new Set(asked.map(([, url]) => new URL(url).host))], [host]);
    const paths = asked.map(([method, url]) => `${method} ${new URL(url).pathname}`);
    for (const path of [
      'GET /loki/api/v1/labels',
      'GET /loki/api/v1/query_range',
      'UPGRADE /loki/api/v1/tail',
    ])
      assert.ok(paths.includes(path), `${path} of ${[...new Set(paths)].join(', ')}`);
  });

  it('nothing is asked of any machine but this one', () => {
    assert.deepEqual(workbench.requestsOutside, []);
  });
});
