import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkout, commandOf, inCheckout } from './checkout.mjs';
import { CommandFailed, run } from './child-process.mjs';
import { buildLiveServers } from './live/build.mjs';
import { MissingPiece, runMain, secondsSince, step } from './progress.mjs';
import { withSecondTry } from './second-try.mjs';
import { readReport } from './vitest-report.mjs';
import { installChromium } from './vscode/chromium.mjs';
import { installVscode } from './vscode/install.mjs';
import { newest, oldest } from './vscode/versions.mjs';
import { bundleSuites, runSuites } from './vscode-suites.mjs';

const usage = `npm test [-- STEP… [--only NAME]]
  Installs what the tests need, runs them, and ends with "N passed, N failed".
  STEP         types, lint, imports, unused, unit, package, newest, oldest, live, or vscode (package, newest and oldest)
  --only NAME  of the VS Code suites those whose file name holds NAME`;

/**
 * @typedef {import('./vscode-suites.mjs').Counts} Counts
 * @typedef {{ name: string, what: string, work: () => Promise<Counts> }} TestStep
 */

const { values, positionals } = parseArgs({
  options: { only: { type: 'string', default: '' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const vsix = inCheckout('test-results/oddline.vsix');

/** @param {string} packageName @param {string} command @param {readonly string[]} args */
const runTool = (packageName, command, ...args) =>
  run(process.execPath, [commandOf(packageName, command), ...args], { cwd: checkout });

/** A check is no test: it adds nothing when it passes, one failure when it does not. @returns {Promise<Counts>} */
async function check(/** @type {Promise<unknown>} */ work) {
  try {
    await work;
    return { passed: 0, failures: [] };
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    return { passed: 0, failures: [error.message] };
  }
}

/** @param {string} name of the report @param {readonly string[]} options @returns {Promise<Counts>} */
async function runVitest(name, ...options) {
  const report = inCheckout(`test-results/${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { passed, failures } = await withSecondTry(async (files) => {
    rmSync(report, { force: true });
    const ended = await check(runTool('vitest', 'vitest', 'run', ...reporters, ...options, ...files));
    const told = readReport(report);
    if (told.failures.length > 0) return told;
    // An error outside every test (an unhandled rejection) shows in the exit code alone.
    return { ...told, failures: ended.failures.map((text) => ({ file: '', text })) };
  });
  return { passed, failures: failures.map(({ text }) => text) };
}

async function runLiveTests() {
  const built = await check(buildLiveServers());
  if (built.failures.length > 0) return built;
  return runVitest('live', '--config', inCheckout('test/live/vitest.config.mts'), '--root', checkout);
}

async function packageAndBundle() {
  const packaged = await check(
    run(process.execPath, [inCheckout('scripts/package.mjs'), vsix], { cwd: checkout }),
  );
  await bundleSuites();
  return packaged;
}

/** @param {import('./vscode/versions.mjs').VscodeVersion} version @returns {Promise<Counts>} */
async function runVscodeSuites(version) {
  const chromium = await installChromium();
  const options = { chromium, vsix, only: values.only };
  // One after the other: on two cores the ones beside it block the extension host that `host` times.
  const host = await runSuites('host', version, options);
  const ui = await runSuites('ui', version, options);
  return { passed: host.passed + ui.passed, failures: [...host.failures, ...ui.failures] };
}

/** @type {readonly TestStep[]} */
const steps = [
  { name: 'types', what: 'Types (tsc)', work: () => check(runTool('typescript', 'tsc', '--build')) },
  {
    name: 'lint',
    what: 'Format and lint (Biome)',
    work: () => check(runTool('@biomejs/biome', 'biome', 'check', '--error-on-warnings')),
  },
  {
    name: 'imports',
    what: 'Who imports whom (dependency-cruiser)',
    work: () =>
      check(
        runTool('dependency-cruiser', 'depcruise', '--config', '.dependency-cruiser.mjs', 'src', 'webview'),
      ),
  },
  {
    name: 'unused',
    what: 'Unused files, exports and packages (knip)',
    work: () => check(runTool('knip', 'knip')),
  },
  { name: 'unit', what: 'Tests outside VS Code (vitest)', work: () => runVitest('unit') },
  { name: 'package', what: 'Build, package, bundle the VS Code suites', work: packageAndBundle },
  {
    name: 'newest',
    what: `VS Code suites on code-server ${newest.codeServer}`,
    work: () => runVscodeSuites(newest),
  },
  {
    name: 'oldest',
    what: `VS Code suites on code-server ${oldest.codeServer}`,
    work: () => runVscodeSuites(oldest),
  },
  // Last: CI compiles the servers while the others run.
  { name: 'live', what: 'Tests against real servers (vitest)', work: runLiveTests },
];

function chosenSteps() {
  const vscode = ['package', 'newest', 'oldest'];
  const names = new Set(positionals.flatMap((name) => (name === 'vscode' ? vscode : [name])));
  // The VS Code suites run on what `package` leaves.
  if (names.has('newest') || names.has('oldest')) names.add('package');
  const unknown = [...names].find((name) => !steps.some((known) => known.name === name));
  if (unknown) throw new MissingPiece(`There is no step "${unknown}".`, usage);
  return names.size === 0 ? steps : steps.filter(({ name }) => names.has(name));
}

/** First of all, so that a missing piece is told before the long work. @param {readonly TestStep[]} chosen */
async function installWhatTheyNeed(chosen) {
  const versions = [newest, oldest].filter(({ name }) => chosen.some((test) => test.name === name));
  if (versions.length === 0) return;
  await installChromium();
  for (const version of versions) await installVscode(version);
}

await runMain(async () => {
  if (values.help) return console.log(usage);
  const started = performance.now();
  const chosen = chosenSteps();
  mkdirSync(inCheckout('test-results'), { recursive: true });
  await installWhatTheyNeed(chosen);
  let passed = 0;
  /** @type {string[]} */
  const failed = [];
  const summary = [];
  for (const { name, what, work } of chosen) {
    const since = performance.now();
    const counts = await step(what, work);
    passed += counts.passed;
    failed.push(...counts.failures.map((failure) => `${name}: ${failure}`));
    summary.push(
      `  ${secondsSince(since).padStart(6)} s  ${name.padEnd(8)} ${counts.passed} passed, ${counts.failures.length} failed`,
    );
  }
  console.log(`\n${summary.join('\n')}\n  ${secondsSince(started).padStart(6)} s  in all\n`);
  // Last, as a log that is cut keeps its end.
  for (const failure of failed) console.log(`FAILED ${failure}`);
  console.log(`${passed} passed, ${failed.length} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
});
