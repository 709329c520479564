import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { closeAll, detect, heardOf, isFinding, openLog, until, writeLog } from './log-files';
import { Messages } from './messages';

/** Labels outside of a workspace belong to a content wherever it lies: each test has its own. */
const text = (seed: number) => generateShopLog({ seed, records: 3_000 }).text;
const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const store = path.join(workspace, '.oddline');
const labels = path.join(store, 'labels.jsonl');

function inWorkspace(name: string, content: string): vscode.Uri {
  const file = path.join(workspace, name);
  writeFileSync(file, content);
  return vscode.Uri.file(file);
}

async function worstOf(uri: vscode.Uri): Promise<AnalysedLog['findings'][number]> {
  await openLog(uri);
  const log = await detect(uri);
  const [worst] = log?.findings.toSorted((a, b) => b.score - a.score) ?? [];
  assert.ok(worst, 'there is a finding');
  return worst;
}

function markNormal(uri: vscode.Uri, { id }: { id: string }): Thenable<unknown> {
  return vscode.commands.executeCommand('oddline.markNormal', {
    uri: uri.toString(),
    findingId: id,
    scope: 'record',
  });
}

const becomesUnmarked = (uri: vscode.Uri, line: number) =>
  until('the mark is gone', async () => !(await isFinding(uri, line)));

describe('what the user teaches', () => {
  let messages: Messages;
  before(() => {
    messages = new Messages();
  });
  beforeEach(() => {
    rmSync(store, { recursive: true, force: true });
    messages.take();
  });
  after(() => {
    rmSync(store, { recursive: true, force: true });
    messages.giveBack();
  });
  afterEach(closeAll);

  it('of a log outside of every folder moves to the workspace on demand, and goes on hiding', async () => {
    const uri = writeLog('moved.log', text(21));
    const worst = await worstOf(uri);
    await markNormal(uri, worst);
    assert.match(messages.take(), /on this machine$/);
    assert.ok(!existsSync(labels));

    const written = heardOf(labels);
    await vscode.commands.executeCommand('oddline.moveToWorkspace');
    assert.match(messages.take(), /What was taught about this log is now in .*\/\.oddline\./);
    const [header, ...entries] = readFileSync(labels, 'utf8').trim().split('\n');
    assert.deepEqual(JSON.parse(header ?? ''), { oddline: 'labels', version: 2 });
    assert.deepEqual(
      entries.map((entry) => JSON.parse(entry).finding),
      [worst.id],
    );
    await detect(uri);
    await becomesUnmarked(uri, worst.line);

    // It was moved, not copied.
    await written();
    rmSync(labels);
    await until('the mark is back', () => isFinding(uri, worst.line));
  });

  it('stays on this machine, with the reason, where the folder takes no store', async () => {
    writeFileSync(store, 'a file, where the folder would be\n');
    const uri = inWorkspace('no-store.log', text(22));
    const worst = await worstOf(uri);
    await markNormal(uri, worst);
    await becomesUnmarked(uri, worst.line);
    assert.match(messages.take(), /on this machine: .* cannot be written$/m);
    assert.equal(readFileSync(store, 'utf8'), 'a file, where the folder would be\n');
  });

  it('is refused by name where a newer Oddline wrote the file, which stays as it is', async () => {
    const newer = '{"oddline":"labels","version":71}\n{"finding":"x","label":"curious"}\n';
    mkdirSync(store, { recursive: true });
    writeFileSync(labels, newer);
    const uri = inWorkspace('newer.log', text(23));
    const worst = await worstOf(uri);
    await until('it is told', () => messages.texts.length > 0);
    const refusal = /labels\.jsonl was written by a newer Oddline \(version 71; .*Update Oddline/;
    assert.match(messages.take(), refusal);
    await markNormal(uri, worst);
    assert.match(messages.take(), refusal);
    assert.ok(await isFinding(uri, worst.line));
    assert.equal(readFileSync(labels, 'utf8'), newer);
  });

  it('is taken back by the button of the message', async () => {
    messages.giveBack();
    messages = new Messages((buttons) => buttons.find((button) => button === 'Undo'));
    const uri = inWorkspace('undone.log', text(24));
    const worst = await worstOf(uri);
    await markNormal(uri, worst);
    await until(
      'the label is gone',
      () => existsSync(labels) && !readFileSync(labels, 'utf8').includes(worst.id),
    );
    await until('the mark is back', () => isFinding(uri, worst.line));
  });

  it('stays where it was said later than what an old message takes back, which says so', async () => {
    messages.giveBack();
    const presses: ((button: string) => void)[] = [];
    messages = new Messages((buttons) =>
      buttons.includes('Undo') ? new Promise((pressed) => presses.push(pressed)) : undefined,
    );
    const uri = inWorkspace('said-later.log', text(25));
    const worst = await worstOf(uri);
    const first = { uri: uri.toString(), findingId: worst.id, scope: 'record', category: '' };
    await vscode.commands.executeCommand('oddline.markAnomalous', first);
    await markNormal(uri, worst);
    const said = readFileSync(labels, 'utf8');
    assert.match(said, /"label":"normal"/);
    presses[0]?.('Undo');
    await until('it is told', () => messages.texts.some((told) => told.startsWith('Nothing was changed')));
    assert.equal(readFileSync(labels, 'utf8'), said);
  });
});
