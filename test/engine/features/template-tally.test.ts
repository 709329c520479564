import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TemplateTally } from '../../../src/engine/features/template-tally';
import type { TemplateId } from '../../../src/engine/model/units';
import { type BuiltSource, buildLog, finish, statisticsOf } from '../log-builder';

const rows = fc.array(
  fc.record({
    text: fc.constantFrom('started', 'request {a}', 'request {b}', 'stopped'),
    level: fc.constantFrom('debug', 'info', 'error'),
  }),
  { maxLength: 30 },
);
const sources = fc.array(fc.record({ role: fc.constantFrom('log', 'baseline'), rows }), { maxLength: 4 });

describe('the tally of templates', () => {
  it('says what the full statistics say', () => {
    fc.assert(fc.property(sources, (all) => expectSame(all as BuiltSource[])));
  });
});

function expectSame(all: readonly BuiltSource[]): void {
  const log = buildLog(...all);
  const full = statisticsOf(log);
  const tally = new TemplateTally(log.records, log.mined);
  finish(tally.gather());
  const ids = Array.from({ length: full.templateLimit }, (_, id) => id as TemplateId);
  const said = (counts: TemplateTally | typeof full) => ({
    limit: counts.templateLimit,
    records: counts.recordCount,
    counts: [...counts.templateCounts],
    each: ids.map((id) => [
      counts.logCount(id),
      counts.level(id),
      counts.firstRecord(id),
      counts.lastRecord(id),
    ]),
  });
  expect(said(tally)).toEqual(said(full));
}
