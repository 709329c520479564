import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { generateQuietLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import type { LearnedBaseline } from '../../../src/protocol/baseline';
import { closeAll, openLog, writeLog } from './log-files';
import { Messages } from './messages';

describe('baselines', () => {
  const good = writeLog('good-shop.log', generateQuietLog({ seed: 5 }).text);
  const today = writeLog('today-shop.log', generateQuietLog({ seed: 6 }).text);
  const model = writeLog('shop.oddline', '');
  const { showOpenDialog, showSaveDialog } = vscode.window;
  let messages: Messages;

  before(() => {
    messages = new Messages();
    const dialogs = { showSaveDialog: async () => model, showOpenDialog: async () => [model] };
    Object.assign(vscode.window, dialogs);
  });
  after(async () => {
    messages.giveBack();
    Object.assign(vscode.window, { showOpenDialog, showSaveDialog });
    await closeAll();
  });

  it('are learned from a log, which is analysed first', async () => {
    await openLog(good);
    const learned = await vscode.commands.executeCommand<LearnedBaseline>('oddline.learnBaseline');
    assert.equal(learned.logs, 1);
    assert.match(readFileSync(model.fsPath, 'utf8'), /^\{"oddline":"baseline"/);
    assert.match(messages.take(), /shop\.oddline now knows/);
  });

  it('are used for another log', async () => {
    const log = await vscode.commands.executeCommand<AnalysedLog>('oddline.useBaseline', today);
    assert.deepEqual(log.scope.baselines, [model.fsPath]);
    assert.equal(log.report.drift?.hasDrifted, false);
  });

  it('that a log does not fit are told of, with a way on', async () => {
    const lines = [...Array(3000).keys()].map((i) => {
      const at = new Date(Date.UTC(2026, 3, 2, 6, 0, i)).toISOString();
      return `${at} INFO windmill ${i % 7} turned to face the wind from ${i % 360} degrees`;
    });
    messages.take();
    const other = writeLog('windmill.log', `${lines.join('\n')}\n`);
    const log = await vscode.commands.executeCommand<AnalysedLog>('oddline.useBaseline', other);
    assert.equal(log.report.drift?.hasDrifted, true);
    assert.match(messages.take(), /windmill\.log: This log no longer fits its baseline/);
  });
});
