import assert from 'node:assert/strict';
import worker from 'node:worker_threads';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { closeAll, detect, hoverText, openLog, writeLog } from './log-files';
import { Messages } from './messages';

/** Too little for a log of this size: V8 ends the thread as it does on a machine without memory. */
const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 };

class StarvedWorker extends worker.Worker {
  constructor(file: string | URL, options: worker.WorkerOptions = {}) {
    super(file, { ...options, resourceLimits });
  }
}

describe('a worker that runs out of memory', () => {
  const { Worker } = worker;
  const { text, incidents } = generateShopLog({ seed: 6, records: 20_000 });
  const worst = incidents[0]?.worstLine ?? 0;
  const uri = writeLog('starved.log', text);
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
    assert.equal(await detect(uri), undefined);
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
