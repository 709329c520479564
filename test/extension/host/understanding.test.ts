import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { pressLog, stretchIn } from '../press-log';
import { closeAll, detect, openLog, until } from './log-files';
import { Messages } from './messages';

const text = pressLog();
const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const formats = path.join(workspace, '.oddline', 'formats.jsonl');
const oddLine = 700;

const commands = { stamp: 'oddline.thisIsTheTimeStamp', level: 'oddline.thisIsTheLevel' } as const;

let written = 0;

/** A log of its own each time: VS Code would take a moment to notice that one it has open was written anew. */
function nextPress(): vscode.Uri {
  written++;
  const uri = vscode.Uri.file(path.join(workspace, `presse-${written}.log`));
  writeFileSync(uri.fsPath, text);
  return uri;
}

/** Selects a part of a line (1-based) and says what it is. */
async function show(editor: vscode.TextEditor, line: number, part: keyof typeof commands) {
  const { start, end } = stretchIn(editor.document.lineAt(line - 1).text, part);
  await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? 1 });
  editor.selection = new vscode.Selection(line - 1, start, line - 1, end);
  return vscode.commands.executeCommand<AnalysedLog | undefined>(commands[part]);
}

function timedShare(log: AnalysedLog | undefined): number {
  const source = log?.report.sources[0];
  return source ? source.timed / source.records : Number.NaN;
}

async function understood(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('oddline.whatWasUnderstood', uri);
  const editor = vscode.window.activeTextEditor;
  assert.equal(editor?.document.uri.scheme, 'oddline-understood');
  await until('the page is there', () => editor.document.getText().includes('with time'));
  return editor;
}

function lineWith({ document }: vscode.TextEditor, words: string): number {
  const lines = document.getText().split('\n');
  const at = lines.findIndex((line) => line.includes(words));
  assert.ok(at >= 0, `${words} in:\n${document.getText()}`);
  return at + 1;
}

async function forgetLenses(uri: vscode.Uri): Promise<vscode.Command[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
  );
  return lenses.flatMap(({ command }) => (command ? [command] : []));
}

async function press(command: vscode.Command | undefined): Promise<void> {
  assert.ok(command, 'there is one');
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

describe('a log whose header nobody knows', () => {
  let pressed: string | undefined;
  let messages: Messages;
  const { showQuickPick } = vscode.window;

  before(() => {
    messages = new Messages((buttons) => buttons.find((button) => button === pressed));
    const pick = async (picks: readonly { label: string }[]) => picks.find(({ label }) => label === 'error');
    Object.assign(vscode.window, { showQuickPick: pick });
  });
  after(() => {
    messages.giveBack();
    Object.assign(vscode.window, { showQuickPick });
  });
  beforeEach(() => {
    pressed = undefined;
    messages.take();
    rmSync(formats, { force: true });
  });
  afterEach(closeAll);

  it('is read by its time stamp once that was shown, without having been analysed before', async () => {
    const uri = nextPress();
    const log = await show(await openLog(uri), 3, 'stamp');
    assert.equal(timedShare(log), 1);
    assert.equal(log?.report.overview.firstTime, `${BigInt(Date.UTC(2026, 10, 21, 6)) * 1_000_000n}`);
    assert.match(messages.take(), /Time found in 100 % of the records \(before: 0 %\).*\.oddline.*presse-\*/);
    assert.match(readFileSync(formats, 'utf8'), /"files":"presse-\*/);
  });

  it('is read so the next time, and the next day’s log too', async () => {
    await show(await openLog(nextPress()), 3, 'stamp');
    await closeAll();
    const uri = nextPress();
    await openLog(uri);
    assert.equal(timedShare(await detect(uri)), 1);
  });

  it('is read as before when that is undone', async () => {
    const uri = nextPress();
    pressed = 'Undo';
    await show(await openLog(uri), 3, 'stamp');
    await until('forgotten', () => existsSync(formats) && !readFileSync(formats, 'utf8').includes('presse'));
    assert.equal(timedShare(await detect(uri)), 0);
  });

  it('has its levels asked for where the word is none Oddline knows; then the line is marked', async () => {
    const uri = nextPress();
    const editor = await openLog(uri);
    assert.deepEqual((await detect(uri))?.findings, []);
    await show(editor, 3, 'stamp');
    const log = await show(editor, oddLine, 'level');
    assert.deepEqual(
      log?.findings.map(({ line, level }) => ({ line, level })),
      [{ line: oddLine, level: 'error' }],
    );
    assert.match(messages.take(), /Level found in [\d.]+ % of the records \(before: 0 %\)/);
  });

  it('teaches nothing by a word that is no time, and says why', async () => {
    const editor = await openLog(nextPress());
    editor.selection = new vscode.Selection(0, 0, 0, 5);
    assert.equal(await vscode.commands.executeCommand(commands.stamp), undefined);
    assert.match(messages.take(), /"halle" does not read as a date.*Select the whole time stamp/);
    assert.ok(!existsSync(formats));
  });

  it('asks for a selection where there is none', async () => {
    const editor = await openLog(nextPress());
    editor.selection = new vscode.Selection(0, 3, 0, 3);
    await vscode.commands.executeCommand(commands.stamp);
    assert.match(messages.take(), /Select the text in a line of the log first/);
  });

  it('keeps nothing where the store is of a newer Oddline, and says so', async () => {
    writeFileSync(formats, '{"oddline":"formats","version":999}\n');
    assert.equal(await show(await openLog(nextPress()), 3, 'stamp'), undefined);
    assert.match(messages.take(), /newer/);
    assert.equal(readFileSync(formats, 'utf8'), '{"oddline":"formats","version":999}\n');
  });
});

describe('What Was Understood', () => {
  let messages: Messages;
  before(() => {
    messages = new Messages();
  });
  after(() => messages.giveBack());
  beforeEach(() => rmSync(formats, { force: true }));
  afterEach(closeAll);

  it('says in words and by sample lines how the log was read; told there, it follows', async () => {
    const page = await understood(nextPress());
    lineWith(page, '0 % with time');
    lineWith(page, 'Only 0 % of the records have a time.');
    const log = await show(page, lineWith(page, 'Bogen 1045 eingezogen'), 'stamp');
    assert.equal(timedShare(log), 1);
    await until('the page is new', () => page.document.getText().includes('100 % with time'));
    lineWith(page, 'Shown: the time stamp');
    assert.equal(vscode.window.tabGroups.all.length, 2, 'the log did not come in front of it');
  });

  it('forgets what was shown', async () => {
    const uri = nextPress();
    await show(await openLog(uri), 3, 'stamp');
    const page = await understood(uri);
    const [forget] = await forgetLenses(page.document.uri);
    assert.equal(forget?.title, 'Forget');
    await press(forget);
    await until('the page is new', () => page.document.getText().includes('0 % of the records have a time'));
    assert.deepEqual(await forgetLenses(page.document.uri), []);
  });

  it('is about its log for every command run on it', async () => {
    const uri = nextPress();
    const page = await understood(uri);
    const log = await detect(page.document.uri);
    assert.equal(log?.uri.toString(), uri.toString());
  });

  it('leads from a sample line to the line in the log', async () => {
    const uri = nextPress();
    const page = await understood(uri);
    const at = lineWith(page, 'Bogen 1045 eingezogen') - 1;
    page.selection = new vscode.Selection(at, 10, at, 10);
    await vscode.commands.executeCommand('oddline.goToUnderstoodLine');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /Bogen 1045 eingezogen/);
  });

  it('of a log whose results are gone says so, and offers to analyse it', async () => {
    const uri = nextPress();
    const page = await understood(uri);
    await vscode.commands.executeCommand('oddline.clearResults', uri);
    await until('the page is new', () => page.document.getText().includes('has no results'));
    const [offer] = await forgetLenses(page.document.uri);
    assert.equal(offer?.title, 'Detect Anomalies');
    await press(offer);
    await until('the page is new', () => page.document.getText().includes('0 % with time'));
  });
});
