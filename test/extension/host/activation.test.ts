import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const LIMIT_MS = 250;

describe('activation', () => {
  it(`takes less than ${LIMIT_MS} ms`, async () => {
    const extension = vscode.extensions.getExtension('oddline.oddline');
    assert.ok(extension, 'the extension is installed');
    const started = performance.now();
    await extension.activate();
    const took = performance.now() - started;
    console.log(`  activation took ${took.toFixed(0)} ms`);
    assert.ok(took < LIMIT_MS, `${took} ms`);
  });

  it('registers every command of the manifest', async () => {
    const extension = vscode.extensions.getExtension('oddline.oddline');
    const declared: { command: string }[] = extension?.packageJSON.contributes.commands;
    assert.ok(declared.length > 0);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
