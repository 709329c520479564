import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { closeAll, detect, isFinding, openLog, until, writeLog } from './log-files';

const { text } = generateShopLog({ seed: 31, records: 3_000 });
/** The same findings, one line lower, in a log of another content key. */
const otherText = `2026-03-14T08:59:59.000Z INFO  [auth] [-] Log opened\n${text}`;

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const store = path.join(workspace, '.oddline');

function inWorkspace(name: string, content: string): vscode.Uri {
  const file = path.join(workspace, name);
  writeFileSync(file, content);
  return vscode.Uri.file(file);
}

async function analysed(uri: vscode.Uri): Promise<AnalysedLog> {
  await openLog(uri);
  const log = await detect(uri);
  assert.ok(log, 'it ran');
  return log;
}

function worstOf({ findings }: AnalysedLog): AnalysedLog['findings'][number] {
  const [worst] = findings.toSorted((a, b) => b.score - a.score);
  assert.ok(worst, 'there is a finding');
  return worst;
}

describe('what is taught in a workspace folder', () => {
  let id: string;
  const lineOf = ({ report }: AnalysedLog) => {
    const finding = report.findings.find((one) => one.id === id);
    assert.ok(finding, 'the same finding is there');
    return finding.line;
  };
  const isMarked = async (log: AnalysedLog) => isFinding(log.uri, lineOf(log));

  before(async () => {
    rmSync(store, { recursive: true, force: true });
    const log = await analysed(inWorkspace('taught-here.log', text));
    id = worstOf(log).id;
    await vscode.commands.executeCommand('oddline.markNormal', {
      uri: log.uri.toString(),
      findingId: id,
      scope: 'record',
    });
    await until('it is hidden here', async () => !(await isMarked(log)));
  });
  after(async () => {
    rmSync(store, { recursive: true, force: true });
    await closeAll();
  });

  it('hides in its other logs too', async () => {
    const log = await analysed(inWorkspace('beside-it.log', otherText));
    await until('it is hidden', async () => !(await isMarked(log)));
  });

  it('hides nothing of another log elsewhere', async () => {
    // Labels are applied in the order of the analyses: when those of the second are, those of the first were.
    const elsewhere = await analysed(writeLog('elsewhere.log', otherText));
    const copy = await analysed(writeLog('copy.log', text));
    await until('the same content is hidden', async () => !(await isMarked(copy)));
    assert.ok(await isMarked(elsewhere));
  });
});
