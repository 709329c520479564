import { describe, expect, it } from 'vitest';
import type { EvidenceKind } from '../../../src/engine/detectors/detector-table';
import { nothingLabelled } from '../../../src/engine/labels/resolve/resolved-labels';
import type { Severity } from '../../../src/engine/model/finding';
import type { LevelName } from '../../../src/engine/model/level';
import type { Episode } from '../../../src/engine/triage/folding';
import { Fusion } from '../../../src/engine/triage/fusion';
import { Severities } from '../../../src/engine/triage/severity';
import { buildLog, type Row, recordAt, rowsOf, statisticsOf } from '../log-builder';

interface Said {
  readonly kind: EvidenceKind;
  readonly level: LevelName;
  readonly score: number;
  readonly count?: number;
  /** Components that say it, one record after the other; 1 where left out. */
  readonly components?: number;
}

/** Of the first record, and of the others that say it, in a log of a thousand records. */
function severitiesOf({ kind, level, score, count = 1, components = 1 }: Said): Severity[] {
  const said: Row[] = rowsOf(components, (i) => ({ text: 'valve stuck', level, component: i + 1 }));
  const log = buildLog({ rows: [...said, ...rowsOf(1_000 - components, () => ({ text: 'valve turned' }))] });
  const fusion = new Fusion([{ kind, detector: { scoreOf: () => score } }]);
  const severities = new Severities(statisticsOf(log), fusion, nothingLabelled(1_000));
  const episodes = said.map((_, i): Episode => {
    const record = recordAt(i);
    return { first: record, last: record, count, strongest: record, score };
  });
  for (const episode of episodes) severities.add(episode);
  return episodes.map((episode) => severities.of(episode));
}

const cases: readonly (readonly [string, Said, Severity])[] = [
  ['an error: by its score', { kind: 'content', level: 'error', score: 0.7 }, 'medium'],
  ['a grave error: by its score', { kind: 'content', level: 'error', score: 0.93 }, 'critical'],
  ['an odd value at info: nobody wrote of harm', { kind: 'value', level: 'info', score: 0.95 }, 'medium'],
  ['an odd value at error', { kind: 'value', level: 'error', score: 0.95 }, 'critical'],
  ['a rule’s trouble at info', { kind: 'content', level: 'info', score: 0.76 }, 'high'],
  ['an error that goes on and on', { kind: 'content', level: 'error', score: 0.7, count: 20 }, 'high'],
  ['an error a few times', { kind: 'content', level: 'error', score: 0.7, count: 19 }, 'medium'],
  [
    'a thousand words at info are no worse than one',
    { kind: 'content', level: 'info', score: 0.6, count: 500 },
    'medium',
  ],
  ['what is low stays so, however often', { kind: 'content', level: 'warn', score: 0.55, count: 500 }, 'low'],
];

describe('the severity of a finding', () => {
  it.each(cases)('%s', (_, said, severity) => expect(severitiesOf(said)).toEqual([severity]));

  it('is higher where components all over the place say the same, of the first that does', () => {
    const said: Said = { kind: 'content', level: 'error', score: 0.7 };
    expect(severitiesOf({ ...said, components: 3 })).toEqual(['high', 'medium', 'medium']);
    expect(severitiesOf({ ...said, components: 2 })).toEqual(['medium', 'medium']);
  });
});
