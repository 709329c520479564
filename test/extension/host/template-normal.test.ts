import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { Choices } from './choices';
import { closeAll, detect, isFinding, openLog, until } from './log-files';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const uri = vscode.Uri.file(path.join(workspace, 'called-normal.log'));

async function analysed(): Promise<AnalysedLog> {
  await openLog(uri);
  const log = await detect(uri);
  assert.ok(log, 'it ran');
  return log;
}

describe('Mark as Normal of a template', () => {
  let line: number;
  let others: number;
  let choices: Choices;
  const isMarked = () => isFinding(uri, line);

  before(async () => {
    rmSync(path.join(workspace, '.oddline', 'labels.jsonl'), { force: true });
    writeFileSync(uri.fsPath, generateShopLog({ seed: 21 }).text);
    const { findings } = await analysed();
    const worst = findings.toSorted((a, b) => b.score - a.score)[0]!;
    line = worst.line;
    others = findings.filter(({ templateId }) => templateId !== worst.templateId).length;
    choices = new Choices();
    const template = { uri: uri.toString(), templateId: worst.templateId };
    await vscode.commands.executeCommand('oddline.markNormal', template);
  });
  after(async () => {
    choices.giveBack();
    await closeAll();
  });

  it('takes the marks of its lines away', () => until('no hover', async () => !(await isMarked())));

  it('lasts when the log is analysed again', async () => {
    const log = await analysed();
    assert.equal(log.findings.length, others);
  });

  it('lasts when the results were cleared and the log is analysed anew', async () => {
    await vscode.commands.executeCommand('oddline.clearResults', uri);
    await analysed();
    await until('no hover', async () => !(await isMarked()));
  });

  it('is undone', async () => {
    await vscode.commands.executeCommand('oddline.removeLabel', uri);
    await until('a hover', isMarked);
  });
});
