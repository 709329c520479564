import { statSync } from 'node:fs';
import { commandOf, inCheckout } from './checkout.mjs';
import { run } from './child-process.mjs';
import { runMain, step } from './progress.mjs';

/** `node scripts/package.mjs [FILE]`: the .vsix (vsce calls `vscode:prepublish`, which builds). */
await runMain(async () => {
  const vsix = process.argv[2] ?? inCheckout('oddline.vsix');
  await step('Package the extension', () =>
    run(
      process.execPath,
      [commandOf('@vscode/vsce', 'vsce'), 'package', '--no-dependencies', '--out', vsix],
      {
        cwd: inCheckout(),
        quiet: true,
      },
    ),
  );
  console.log(`${vsix}: ${(statSync(vsix).size / 1e6).toFixed(2)} MB`);
});
