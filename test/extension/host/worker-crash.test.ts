import assert from 'node:assert/strict';
import worker from 'node:worker_threads';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { closeAll, detect, hoverText, openLog, writeLog } from './log-files';
import { Messages } from './messages';

/** Too little for a log of this size: V8 ends the thread as it does on a machine without memory. */
const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 };

/** Lines that share no wording: each is kept as text, some 20 MB of strings in all. */
function distinctLines(count: number): string {
  const word = (i: number) =>
    [...i.toString(26)].map((digit) => letters[Number.parseInt(digit, 26)]).join('');
  const line = (_: unknown, i: number) =>
    `2026-03-14T09:40:00.000Z INFO  [audit] [-] ${Array.from({ length: 12 }, (_, k) => word(i * 31 + k * 7919)).join(' ')}\n`;
  return Array.from({ length: count }, line).join('');
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

class StarvedWorker extends worker.Worker {
  constructor(file: string | URL, options: worker.WorkerOptions = {}) {
    super(file, { ...options, resourceLimits });
  }
}

describe('a worker that runs out of memory', () => {
  const { Worker } = worker;
  const { text, incidents } = generateShopLog({ seed: 6 });
  const worst = incidents[0]?.worstLine ?? 0;
  const uri = writeLog('starved.log', text + distinctLines(40_000));
  let messages: Messages;
  before(() => {
    messages = new Messages();
  });
  after(async () => {
    worker.Worker = Worker;
    messages.giveBack();
    await closeAll();
  });

  it('is reported, and what was found before stays', async () => {
    await openLog(uri);
    assert.ok(await detect(uri), 'it ran');
    worker.Worker = StarvedWorker;
    assert.ok((await detect(uri)) === undefined, 'it ended without a result');
    assert.match(messages.take(), /The analysis ended unexpectedly, .* a fresh worker does it\./);
    assert.notEqual(await hoverText(uri, worst), '');
  });

  it('is followed by a fresh one', async () => {
    worker.Worker = Worker;
    const log = await detect(uri);
    assert.equal(log?.report.verdict, 'findings');
    assert.equal(messages.take(), '');
    assert.deepEqual(log && vscode.Uri.parse(log.uri.toString()).fsPath, uri.fsPath);
  });
});
