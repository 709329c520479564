import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import { closeAll, detect, hoverText, openLog, until, writeLog } from './log-files';

const shop = generateShopLog({ seed: 31, records: 3_000 });
const worst = shop.incidents[0]?.worstLine ?? 0;
const isMarked = async (uri: vscode.Uri) => (await hoverText(uri, worst)) !== '';

async function analysed(name: string): Promise<vscode.Uri> {
  const uri = writeLog(name, shop.text);
  await openLog(uri);
  assert.ok(await detect(uri), 'it ran');
  assert.ok(await isMarked(uri));
  return uri;
}

describe('the results of a log', () => {
  afterEach(closeAll);

  it('move with it when it is renamed', async () => {
    const from = await analysed('before.log');
    const to = from.with({ path: from.path.replace('before', 'after') });
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('marked under its new name', async () => {
      await openLog(to);
      return isMarked(to);
    });
  });

  it('last while one of two editors shows it, and end with the second', async () => {
    const uri = await analysed('split.log');
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    await until('two tabs', () => vscode.window.tabGroups.all.length === 2);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('one tab', () => vscode.window.tabGroups.all.length === 1);
    assert.ok(await isMarked(uri));
    await closeAll();
    await openLog(uri);
    await until('nothing is marked', async () => !(await isMarked(uri)));
  });

  it('survive a change of its language, which closes and opens the document', async () => {
    const uri = await analysed('language.log');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    assert.ok(await isMarked(uri));
  });
});
