import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { closeAll, detect, until, writeLog } from './log-files';

const megabyte = 1e6;
const answerLimitMs = 200;

/** 40 MB of the shop's log, day after day. */
function largeText(): string {
  const { text } = generateShopLog({ seed: 5 });
  return text.repeat(Math.ceil((40 * megabyte) / text.length));
}

/** Milliseconds a command takes that goes from this host to the workbench and back. */
async function answerTime(): Promise<number> {
  const started = performance.now();
  await vscode.commands.executeCommand('setContext', 'oddlineTest.probe', started);
  return performance.now() - started;
}

/** The longest time the thread of all extensions was blocked, watched until stop(). */
function watchThread() {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 10);
    last = now;
  }, 10);
  return {
    stop() {
      clearInterval(timer);
      return longest;
    },
  };
}

describe('a log of 40 MB', function () {
  this.timeout(180_000);
  let uri: vscode.Uri;
  before(async () => {
    uri = writeLog('large.log', largeText());
    // Before: VS Code itself is busy while it takes in the text.
    await vscode.window.showTextDocument(uri, { preview: false });
    await until('VS Code is idle', async () => (await answerTime()) < 50, 60_000);
  });
  after(closeAll);

  it(`leaves half of the commands answered within ${answerLimitMs} ms, and the thread free, while it is analysed`, async () => {
    const thread = watchThread();
    const times: number[] = [];
    let ended = false;
    const analysis = detect(uri).finally(() => {
      ended = true;
    });
    while (!ended) {
      times.push(await answerTime());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const blocked = thread.stop();
    const log = await analysis;
    assert.ok(log, 'it ran');
    const typical = times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
    console.log(
      `  ok    (${log.report.seconds.toFixed(1)} s; thread blocked ${blocked.toFixed(0)} ms at most; ${times.length} commands, half within ${typical.toFixed(0)} ms, the last ${times.at(-1)?.toFixed(0)} ms)`,
    );
    assert.ok(times.length > 3, `${times.length} commands ran meanwhile`);
    assert.ok(typical < answerLimitMs, `half of the commands took more than ${typical} ms`);
    assert.ok(blocked < answerLimitMs, `the thread was blocked ${blocked} ms`);
  });

  it('can be cancelled, and analysed again after that', async () => {
    const started = performance.now();
    const analysis = detect(uri);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('oddline.cancelAnalysis');
    assert.equal(await analysis, undefined);
    assert.ok(performance.now() - started < 3_000);
    const small = await detect(writeLog('small.log', generateShopLog({ seed: 5, records: 2_000 }).text));
    assert.equal(small?.report.verdict, 'findings');
  });
});
