import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { checkout, commandOf, inCheckout } from './checkout.mjs';
import { run } from './child-process.mjs';
import { runMain, step } from './progress.mjs';

/**
 * `node scripts/package.mjs [FILE]`: builds, and packs the .vsix. With --list it prints the files that would be packed.
 *
 * vsce looks at every file below its folder before it reads .vscodeignore; with the VS Codes under test in there that
 * takes a minute. So it runs in a copy that holds only what .vscodeignore could allow.
 */
const staging = inCheckout('.cache/package');

/** The first segments of what .vscodeignore allows, as patterns for names in the checkout's own folder. */
function allowedNames() {
  const lines = readFileSync(inCheckout('.vscodeignore'), 'utf8').split('\n');
  const segments = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1).split('/')[0]);
  return segments.map((segment) => new RegExp(`^${segment.replaceAll('.', '\\.').replaceAll('*', '.*')}$`));
}

function stage() {
  const allowed = [...allowedNames(), /^\.vscodeignore$/];
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  for (const name of readdirSync(checkout)) {
    if (allowed.some((pattern) => pattern.test(name)))
      cpSync(inCheckout(name), `${staging}/${name}`, { recursive: true });
  }
}

/** @param {string[]} args */
const vsce = (...args) =>
  run(process.execPath, [commandOf('@vscode/vsce', 'vsce'), ...args, '--no-dependencies'], {
    cwd: staging,
    quiet: true,
  });

/** @param {string} vsix */
async function pack(vsix) {
  await run(process.execPath, [inCheckout('scripts/build.mjs')], { cwd: checkout });
  await step('Package the extension', async () => {
    stage();
    await vsce('package', '--out', vsix);
  });
  console.log(`${vsix}: ${(statSync(vsix).size / 1e6).toFixed(2)} MB`);
}

async function list() {
  stage();
  process.stdout.write(await vsce('ls'));
}

await runMain(async () => {
  const [argument = inCheckout('oddline.vsix')] = process.argv.slice(2);
  await (argument === '--list' ? list() : pack(argument));
});
