import { describe, expect, it } from 'vitest';
import {
  type FleetCause,
  fleetCauses,
  fleetRhythms,
  generateFleetLog,
} from '../../../src/engine/dataset/generator/fleet/fleet-log';
import { seededRandom } from '../../../src/engine/model/seeded-random';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';
import { contrastIn, ns, sessionOf } from './asked';

/** `node scripts/quality/contrast.mjs` has the whole measure; docs/detection.md the figures. */
const layouts = ['text', 'json', 'logfmt'] as const;
const seeds = [1, 2, 3];

function isAmongFirstThree(cause: FleetCause, seed: number): boolean {
  const rhythm = fleetRhythms[seed % fleetRhythms.length];
  const log = generateFleetLog({ seed, rhythm, layout: layouts[seed % layouts.length], cause });
  const planted = log.cause ?? expect.unreachable('nothing was planted');
  const focus = { from: ns(planted.fromMs), until: ns(planted.untilMs) };
  const { contrasts } = contrastIn(log.text, { focus });
  const isCause = (value: string) => value === planted.value || `web-${value}` === planted.value;
  return contrasts.slice(0, 3).some(({ value }) => isCause(value));
}

describe('a planted cause', () => {
  it.each(fleetCauses)('of kind %s is among the first three', (cause) => {
    const found = seeds.filter((seed) => isAmongFirstThree(cause, seed));
    expect(found.length).toBeGreaterThanOrEqual(seeds.length - 1);
  });
});

describe('ranges drawn at random where nothing happens', () => {
  it.each(fleetRhythms)('name nothing, in a %s log', (rhythm) => {
    const { text, fromMs, untilMs } = generateFleetLog({ seed: 77, rhythm, layout: 'json', requests: 4_000 });
    const session = sessionOf(text);
    const random = seededRandom(5);
    const named = Array.from({ length: 8 }, () => {
      const length = (untilMs - fromMs) * 0.005 * 40 ** random();
      const from = fromMs + random() * (untilMs - fromMs - length);
      const focus = { from: ns(from), until: ns(from + length) };
      const asked = { focus, against: null, values: 'exact' as const, limit: 20 };
      return finish(session.contrasts.contrast(asked, textsOf(text))).contrasts;
    });
    expect(named.filter((contrasts) => contrasts.length > 0).length).toBeLessThanOrEqual(1);
  });
});
