import { parseArgs } from 'node:util';
import { startLoki } from '../live/loki.mjs';
import { parcelBatches } from '../live/parcel-lines.mjs';
import { pushLoki } from '../live/push-loki.mjs';
import { runMain, step } from '../progress.mjs';
import { buildEngine } from './engine.mjs';
import { measureFetch } from './remote/fetch.mjs';
import { epochSeconds, loadSources, second } from './remote/sources.mjs';
import { measureTail } from './remote/tail.mjs';

const usage = `node scripts/bench/remote.mjs [--lines 1000000] [--rounds 6] [--pushes 50]
  Fetches lines from a real Loki of its own and analyses them, beside a bare loop of the very same HTTP requests, in turns;
  then follows a live query and measures from the moment Loki has an entry until it stands in the spool. Prints JSON.`;

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '6' },
    pushes: { type: 'string', default: '50' },
    help: { type: 'boolean' },
  },
});

await runMain(async () => {
  if (values.help) return console.log(usage);
  const lines = Number(values.lines);
  const [sources, engine] = await Promise.all([loadSources(), buildEngine({ minify: true })]);
  const loki = await startLoki();
  try {
    const from = (epochSeconds() - 7200n) * second;
    const stepNs = (3600n * second) / BigInt(lines);
    await step(`Push ${lines} lines`, async () => {
      const batches = parcelBatches({ count: lines, from, stepNs, streams: 4, app: 'parcels' });
      for (const batch of batches) await pushLoki(loki.url, [batch]);
    });
    const rounds = Number(values.rounds);
    const fetch = await step('Fetch, analyse, and the bare loop', () =>
      measureFetch({ sources, engine, url: loki.url, lines, from, until: epochSeconds() * second, rounds }),
    );
    const tail = await step('Follow', () =>
      measureTail({ sources, url: loki.url, pushes: Number(values.pushes) }),
    );
    console.log(JSON.stringify({ fetch, tail }, null, 2));
  } finally {
    await loki.end();
  }
});
