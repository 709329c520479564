import { afterAll, beforeAll, expect, it } from 'vitest';
import { lokiMissing } from '../../../scripts/live/build-loki.mjs';
import { type LiveLoki, startLoki } from '../../../scripts/live/loki.mjs';
import { parcelBatches } from '../../../scripts/live/parcel-lines.mjs';
import { pushLoki } from '../../../scripts/live/push-loki.mjs';
import { describeLive } from '../live-server';
import { lokiAt, openRemoteLog } from '../remote-log';
import { linesOf } from '../spool-entries';
import { lokiQuery } from './queries';
import { ago } from './streams';

const count = 1_000_000;
/** What a page, its text and V8's laziness take; a million entries held would be ten times as much. */
const mostGrowth = 160 * 1024 * 1024;

/** Each number from 0 stands in exactly one line, and no line has another. */
function expectEachOnce(lines: Iterable<string>): void {
  const seen = new Uint8Array(count);
  const wrong: string[] = [];
  let found = 0;
  for (const line of lines) {
    const number = Number(/ msg="parcel (\d+) /.exec(line)?.[1] ?? -1);
    if (number < 0 || number >= count || seen[number]++ > 0) wrong.push(line);
    else found++;
  }
  expect({ found, wrong: wrong.slice(0, 5) }).toEqual({ found: count, wrong: [] });
}

describeLive('A million lines of Loki', lokiMissing(), () => {
  let loki: LiveLoki;
  const from = ago(3600);

  beforeAll(async () => {
    loki = await startLoki();
    const parts = { count, from, stepNs: 3_000_000n, streams: 4, app: 'parcels' };
    for (const batch of parcelBatches(parts)) await pushLoki(loki.url, [batch]);
  });
  afterAll(() => loki?.end());

  it('come whole, while memory stays flat, and are gone from the disk afterwards', async () => {
    await using log = await openRemoteLog();
    const resident: number[] = [];
    const watch = setInterval(() => resident.push(process.memoryUsage.rss()), 100);
    const summary = await log.fetch(lokiAt(loki.url), lokiQuery('{app="parcels"}', from, ago(0)));
    clearInterval(watch);
    expect(summary).toMatchObject({ complete: true, entries: count });
    expectEachOnce(linesOf(log.spool));
    const early = Math.max(...resident.slice(0, Math.ceil(resident.length / 5)));
    expect(Math.max(...resident) - early).toBeLessThan(mostGrowth);
  }, 300_000);
});
