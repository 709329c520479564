import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { closeAll, detect, openLog, until, writeLog } from './log-files';

const text = generateShopLog({ seed: 41, records: 2_000 }).text;

const pathOf = (log: AnalysedLog | undefined) => log && vscode.Uri.parse(log.uri.toString()).path;

/** A tab without a text, with buttons that run our commands. */
async function openTour(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'oddline.oddline#start');
  await until('the tour is in front', () => {
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    return activeTab !== undefined && !(activeTab.input instanceof vscode.TabInputText);
  });
}

describe('which log a command is about', () => {
  afterEach(closeAll);

  it('the open one, where the active tab holds no text', async () => {
    const uri = writeLog('behind.log', text);
    await openLog(uri);
    await openTour();
    assert.equal(pathOf(await detect()), uri.path);
  });

  it('Run Again: the one of the trees, where another text is in front', async () => {
    const uri = writeLog('again.log', text);
    await openLog(uri);
    await detect();
    await openLog(writeLog('notes.md', '# Notes\n'));
    const again = await vscode.commands.executeCommand<AnalysedLog | undefined>('oddline.runAgain');
    assert.equal(pathOf(again), uri.path);
  });
});
