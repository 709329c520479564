import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAll } from './log-files';
import { Messages } from './messages';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
const outside = path.join(mkdtempSync(path.join(tmpdir(), 'links-')), 'harbour.py');
const log = vscode.Uri.file(path.join(workspace, 'piers.log')).toString();

describe('what a log names outside of the workspace', () => {
  let messages: Messages;

  before(() => {
    writeFileSync(outside, 'moor()\n');
    messages = new Messages();
  });
  after(async () => {
    messages.giveBack();
    await closeAll();
  });

  const paths = {
    'by its path': outside,
    'by a path that begins in the workspace': `${workspace}/${path.relative(workspace, outside)}`,
    'from the workspace': path.relative(workspace, outside),
  };
  for (const [how, named] of Object.entries(paths)) {
    it(`is opened by nobody who was not asked: ${how}`, async () => {
      messages.take();
      await vscode.commands.executeCommand('oddline.followLink', { uri: log, text: `${named}:1` });
      assert.match(messages.take(), /leads out of the workspace/);
      assert.notEqual(vscode.window.activeTextEditor?.document.uri.fsPath, outside);
    });
  }
});
