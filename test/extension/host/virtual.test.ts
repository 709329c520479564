import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, detect, hoverText, openLog } from './log-files';
import { MemoryFiles } from './memory-files';
import { Messages } from './messages';

const scheme = 'oddlinetest';
const files = new MemoryFiles();
const usual = (lines: number) => 'INFO request handled in 12 ms\n'.repeat(lines);
const fatal = 'FATAL out of memory\n';

function place(name: string, text: string): vscode.Uri {
  const uri = vscode.Uri.from({ scheme, path: `/${name}` });
  files.set(uri, text);
  return uri;
}

/** Sets from how many MB on VS Code asks before it opens a file, so that "too large" is cheap to make. */
function confirmAbove(megabytes: number | undefined): Thenable<void> {
  const setting = vscode.workspace.getConfiguration('workbench');
  return setting.update('editorLargeFileConfirmation', megabytes, vscode.ConfigurationTarget.Global);
}

describe('a log that is not on a disk', () => {
  const messages: Messages[] = [];
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider(scheme, files, { isReadonly: true });
    messages.push(new Messages());
  });
  after(async () => {
    messages.pop()?.giveBack();
    await closeAll();
    registration.dispose();
  });

  it('is analysed as it is on screen, and its hover says why', async () => {
    const uri = place('open.log', usual(300) + fatal + usual(100));
    await openLog(uri);
    const log = await detect();
    assert.deepEqual(
      log?.findings.map(({ line }) => line),
      [301],
    );
    assert.equal(log?.report.file, null, 'its text was sent');
    assert.match(await hoverText(uri, 301), /oddline\.markNormal/);
    assert.equal(await hoverText(uri, 300), '');
  });

  describe('and that VS Code shows no editor for', () => {
    before(() => confirmAbove(1));
    after(() => confirmAbove(4096));

    it('is read whole', async () => {
      const uri = place('two-megabytes.log', usual(70_000) + fatal);
      const log = await detect(uri);
      assert.equal(
        vscode.workspace.textDocuments.some((document) => document.uri.path === uri.path),
        false,
        'VS Code has no document of it',
      );
      assert.deepEqual(
        log?.findings.map(({ line }) => line),
        [70_001],
      );
    });

    it('is refused above 50 MB, with the cure', async () => {
      const uri = place('huge.log', fatal);
      files.pretendSize(uri, 50e6 + 1);
      messages[0]?.take();
      assert.equal(await detect(uri), undefined);
      assert.match(
        messages[0]?.take() ?? '',
        /huge\.log has 51 MB, .* at most 50 MB are read\. Download it and open the copy\./,
      );
    });
  });
});
