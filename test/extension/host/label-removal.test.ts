import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { closeAll, detect, isFinding, openLog, until, writeLog } from './log-files';

type Pick = vscode.QuickPickItem;

describe('Remove Label', () => {
  const { showQuickPick } = vscode.window;
  /** The lists shown, and which row of each is picked. */
  const lists: (readonly Pick[])[] = [];
  let pickedRow: (picks: readonly Pick[]) => Pick | undefined = (picks) => picks[0];
  before(() => {
    const pick = async (picks: readonly Pick[]) => {
      lists.push(picks);
      return pickedRow(picks);
    };
    Object.assign(vscode.window, { showQuickPick: pick });
  });
  after(() => Object.assign(vscode.window, { showQuickPick }));
  beforeEach(() => {
    lists.length = 0;
  });
  afterEach(closeAll);

  /** Marks the first findings of a log; resolves with their lines. */
  async function taught(seed: number, count: number): Promise<{ uri: vscode.Uri; lines: number[] }> {
    const uri = writeLog(`undone-${seed}.log`, generateShopLog({ seed, records: 3_000 }).text);
    await openLog(uri);
    const marked = (await detect(uri))?.findings.slice(0, count) ?? [];
    assert.equal(marked.length, count);
    for (const { id } of marked) await markNormal(uri, id);
    for (const { line } of marked) await until('hidden', () => isMarked(uri, line, false));
    return { uri, lines: marked.map(({ line }) => line) };
  }

  function markNormal(uri: vscode.Uri, findingId: AnalysedLog['findings'][number]['id']): Thenable<unknown> {
    return vscode.commands.executeCommand('oddline.markNormal', {
      uri: uri.toString(),
      findingId,
      scope: 'record',
    });
  }

  async function isMarked(uri: vscode.Uri, line: number, wanted: boolean): Promise<boolean> {
    return (await isFinding(uri, line)) === wanted;
  }

  it('of the only one asks nothing', async () => {
    const { uri, lines } = await taught(41, 1);
    await vscode.commands.executeCommand('oddline.removeLabel', uri);
    await until('the mark is back', () => isMarked(uri, lines[0] ?? 0, true));
    assert.deepEqual(lists, []);
  });

  it('of several takes back the one chosen', async () => {
    const { uri, lines } = await taught(42, 2);
    pickedRow = (picks) => picks[0];
    await vscode.commands.executeCommand('oddline.removeLabel', uri);
    await until('the mark is back', () => isMarked(uri, lines[0] ?? 0, true));
    assert.ok(await isMarked(uri, lines[1] ?? 0, false));
  });

  it('of several takes back all at once', async () => {
    const { uri, lines } = await taught(43, 2);
    pickedRow = (picks) => picks.find(({ label }) => label === 'All 2 labels');
    await vscode.commands.executeCommand('oddline.removeLabel', uri);
    for (const line of lines) await until('the mark is back', () => isMarked(uri, line, true));
  });
});
