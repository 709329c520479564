import { parseArgs } from 'node:util';
import { runFuzz } from './fuzz/run-fuzz.mjs';
import { runMain, ToldError } from './progress.mjs';

const usage = `npm run fuzz [-- --seconds N] [--seed N] [--only NAME] [--replay FILE]
  Holds the engine to what must always hold, on ever new logs. What fails is saved in test-results/fuzz/.
  --seconds N    60 unless told, shared by all targets
  --seed N       the time of day unless told
  --only NAME    the targets whose name holds NAME
  --replay FILE  one input that was saved`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string', default: '' },
    replay: { type: 'string' },
    help: { type: 'boolean' },
  },
});

await runMain(async () => {
  if (values.help) return console.log(usage);
  const { only, replay } = values;
  console.log(`seed ${values.seed}`);
  let failures = 0;
  const plan = { seed: Number(values.seed), seconds: Number(values.seconds), only, replay };
  for await (const { passed, runs, failed, error, file } of runFuzz(plan)) {
    if (passed) console.log(`${String(runs).padStart(7)}  ${passed}`);
    if (failed) {
      failures++;
      console.log(` FAILED  ${failed}\n${error}\n  npm run fuzz -- --replay ${file}`);
    }
  }
  if (failures > 0) throw new ToldError(`${failures} targets failed.`);
});
