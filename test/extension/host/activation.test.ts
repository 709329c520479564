import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './log-files';

const limitMs = 250;

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

/** The start of the host itself, and of VS Code's own extensions, is in the processor time too: let it end first. */
async function hostIsIdle(): Promise<void> {
  let before = process.cpuUsage();
  await until(
    'the extension host is idle',
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const used = milliseconds(process.cpuUsage(before));
      before = process.cpuUsage();
      return used < 20;
    },
    30_000,
  );
}

describe('activation', () => {
  // Processor time, so that a busy machine changes nothing; the time on the clock is told for people.
  it(`takes less than ${limitMs} ms`, async () => {
    const extension = vscode.extensions.getExtension('oddline.oddline');
    assert.ok(extension, 'the extension is installed');
    assert.equal(extension.isActive, false, 'nothing has activated it before');
    await hostIsIdle();
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
