import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const limitMs = 250;

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

describe('activation', () => {
  // Processor time, so that a busy machine changes nothing; the time on the clock is told for people.
  it(`takes less than ${limitMs} ms`, async () => {
    const extension = vscode.extensions.getExtension('oddline.oddline');
    assert.ok(extension, 'the extension is installed');
    assert.equal(extension.isActive, false, 'nothing has activated it before');
    const before = process.cpuUsage();
    const started = performance.now();
    await extension.activate();
    const took = performance.now() - started;
    const used = milliseconds(process.cpuUsage(before));
    console.log(
      `  ok    (activation: ${used.toFixed(0)} ms of processor time, ${took.toFixed(0)} ms on the clock)`,
    );
    assert.ok(used < limitMs, `${used} ms`);
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
