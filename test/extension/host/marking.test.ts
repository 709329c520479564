import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { closeAll, detect, heardOf, isFinding, openLog, until, writeLog } from './log-files';

/** Labels outside of a workspace belong to a content wherever it lies: each suite has its own. */
const text = (seed: number) => generateShopLog({ seed }).text;
const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const labels = path.join(workspace, '.oddline', 'labels.jsonl');

function worstOf({ findings }: AnalysedLog) {
  return findings.toSorted((a, b) => b.score - a.score)[0]!;
}

async function isMarked(uri: vscode.Uri, line: number): Promise<boolean> {
  return isFinding(uri, line);
}

async function analysed(uri: vscode.Uri): Promise<AnalysedLog> {
  await openLog(uri);
  const log = await detect(uri);
  assert.ok(log, 'it ran');
  return log;
}

const places = [
  {
    where: 'in a workspace folder',
    make: () => {
      const file = path.join(workspace, 'taught.log');
      writeFileSync(file, text(11));
      return vscode.Uri.file(file);
    },
    isInWorkspace: true,
  },
  { where: 'outside of every folder', make: () => writeLog('outside.log', text(12)), isInWorkspace: false },
];

for (const { where, make, isInWorkspace } of places) {
  describe(`Mark as Normal on a log ${where}`, () => {
    let uri: vscode.Uri;
    let line: number;

    before(async () => {
      rmSync(labels, { force: true });
      uri = make();
      const worst = worstOf(await analysed(uri));
      line = worst.line;
      const finding = { uri: uri.toString(), findingId: worst.id, scope: 'record' };
      await vscode.commands.executeCommand('oddline.markNormal', finding);
    });
    after(closeAll);

    it('takes the mark away', () => until('no hover', async () => !(await isMarked(uri, line))));

    it(`is kept ${isInWorkspace ? 'in .oddline/' : 'outside of the workspace'}`, () => {
      assert.equal(existsSync(labels), isInWorkspace);
    });

    it('lasts when the log is analysed again', async () => {
      await analysed(uri);
      await until('no hover', async () => !(await isMarked(uri, line)));
    });

    it('lasts when the results were cleared and the log is analysed anew', async () => {
      await vscode.commands.executeCommand('oddline.clearResults', uri);
      await analysed(uri);
      await until('no hover', async () => !(await isMarked(uri, line)));
    });
  });
}

describe('labels that change on disk', () => {
  const uri = vscode.Uri.file(path.join(workspace, 'pulled.log'));
  after(closeAll);

  it('are honoured: a pull can bring some and take some away', async () => {
    rmSync(labels, { force: true });
    writeFileSync(uri.fsPath, text(13));
    const worst = worstOf(await analysed(uri));
    const written = heardOf(labels);
    await vscode.commands.executeCommand('oddline.markNormal', {
      uri: uri.toString(),
      findingId: worst.id,
      scope: 'record',
    });
    await written();
    await until('hidden', async () => !(await isMarked(uri, worst.line)));
    const pulled = readFileSync(labels, 'utf8');
    rmSync(labels);
    await until('shown', () => isMarked(uri, worst.line));
    writeFileSync(labels, pulled);
    await until('hidden again', async () => !(await isMarked(uri, worst.line)));
  });

  it('of a newer Oddline hide nothing and stay as they are', async () => {
    const newer = '{"oddline":"labels","version":999}\n';
    writeFileSync(labels, newer);
    const worst = worstOf(await analysed(uri));
    await vscode.commands.executeCommand('oddline.markNormal', {
      uri: uri.toString(),
      findingId: worst.id,
      scope: 'record',
    });
    // What hid it before is given up when VS Code says that the file is another.
    await until('shown', () => isMarked(uri, worst.line));
    assert.equal(readFileSync(labels, 'utf8'), newer);
    rmSync(labels);
  });
});

describe('the lightbulb', () => {
  it('offers what can be taught on the lines of a finding and nothing elsewhere', async () => {
    const uri = writeLog('lightbulb.log', text(14));
    const { line } = worstOf(await analysed(uri));
    const offered = async (index: number) => {
      const range = new vscode.Range(index, 0, index, 0);
      const command = 'vscode.executeCodeActionProvider';
      return (await vscode.commands.executeCommand<vscode.CodeAction[]>(command, uri, range)).map(
        ({ command: action }) => action?.command,
      );
    };
    assert.deepEqual((await offered(line - 1)).toSorted(), [
      'oddline.correctTemplate',
      'oddline.linesLikeThis',
      'oddline.markAnomalous',
      'oddline.markNormal',
    ]);
    assert.deepEqual(await offered(0), []);
    await closeAll();
  });
});
