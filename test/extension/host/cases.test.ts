import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Choices } from './choices';
import { closeAll, openLog } from './log-files';
import { Messages } from './messages';

const lineOf = (i: number) =>
  `2026-11-20T09:00:${String(i).padStart(2, '0')}Z INFO barge ${i % 3 === 0 ? 'waits' : `${i} passed`} at lock 7`;
const text = `${Array.from({ length: 40 }, (_, i) => lineOf(i)).join('\n')}\n`;
/** One of them a line that stands there thirteen times. */
const marked = [10, 22, 31];

describe('a case', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'case-'));
  const log = path.join(folder, 'here', 'locks.log');
  const file = path.join(folder, 'here', 'locks.log.oddline-case');
  const { showSaveDialog } = vscode.window;
  let choices: Choices;
  let messages: Messages;

  before(() => {
    mkdirSync(path.dirname(log));
    writeFileSync(log, text);
    choices = new Choices();
    messages = new Messages();
    Object.assign(vscode.window, { showSaveDialog: async () => vscode.Uri.file(file) });
  });
  after(async () => {
    choices.giveBack();
    messages.giveBack();
    Object.assign(vscode.window, { showSaveDialog });
    await closeAll();
  });

  it('is saved with what was marked, and without log text', async () => {
    const editor = await openLog(vscode.Uri.file(log));
    for (const line of marked) {
      const place = new vscode.Position(line - 1, 0);
      editor.selection = new vscode.Selection(place, place);
      await vscode.commands.executeCommand('oddline.toggleBookmark');
    }
    choices.willPick('Without log text');
    const saved = await vscode.commands.executeCommand<vscode.Uri>('oddline.saveCase');
    assert.equal(saved.fsPath, file);
    const content = readFileSync(file, 'utf8');
    assert.deepEqual(
      JSON.parse(content)
        .logs[0].reading.bookmarks.map(({ line }: { line: number }) => line)
        .sort(),
      marked,
    );
    assert.doesNotMatch(content, /barge/);
  });

  it('puts every mark on its line in another folder, after the log was rotated', async () => {
    await closeAll();
    const elsewhere = path.join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    cpSync(file, path.join(elsewhere, path.basename(file)));
    writeFileSync(path.join(elsewhere, 'locks.log.1'), text);
    writeFileSync(path.join(elsewhere, 'locks.log'), '2026-11-21T09:00:00Z INFO lock 7 opens\n');
    // What the case remembers by its absolute path is still there: the one beside the case counts.
    writeFileSync(log, '');
    messages.take();
    const [opened] = await vscode.commands.executeCommand<vscode.Uri[]>(
      'oddline.openCase',
      vscode.Uri.file(path.join(elsewhere, path.basename(file))),
    );
    assert.equal(opened.fsPath, path.join(elsewhere, 'locks.log.1'));
    assert.match(messages.take(), /3 of 3 marks are on their lines\. locks\.log is locks\.log\.1 now\./);
    const lines: number[] = [];
    for (const _ of marked) {
      await vscode.commands.executeCommand('oddline.nextBookmark');
      lines.push((vscode.window.activeTextEditor?.selection.active.line ?? -1) + 1);
    }
    assert.deepEqual(
      lines.sort((a, b) => a - b),
      marked,
    );
  });

  it('that is none says so', async () => {
    const none = path.join(folder, 'none.oddline-case');
    writeFileSync(none, '{}');
    messages.take();
    assert.deepEqual(await vscode.commands.executeCommand('oddline.openCase', vscode.Uri.file(none)), []);
    assert.match(messages.take(), /none\.oddline-case is no case file/);
  });
});
