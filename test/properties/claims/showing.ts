import assert from 'node:assert/strict';
import type { FilterClause, NoiseNotch } from '../../../src/engine/filter/filter';
import type { FilterQuestion, LinesLeft } from '../../../src/engine/filter/filter-question';
import type { LineIndex } from '../../../src/engine/model/units';
import type { Session } from '../../../src/engine/session';
import { bitsOf, filterOf, include, membersOf } from '../../engine/filter/asked';
import { finish } from '../../engine/log-builder';
import { decoded, textsOf } from '../../engine/source-texts';
import { sessionOf } from '../outcome';
import { Draws } from '../random-log';
import { same } from '../same';
import type { Claim } from './claim';

/** A log, and what is asked of it. */
class Shown {
  readonly session: Session;
  readonly all: readonly number[];
  readonly texts: ReturnType<typeof textsOf>;

  constructor(bytes: Uint8Array) {
    this.session = sessionOf([bytes]);
    this.texts = textsOf(decoded(bytes));
    this.all = [...Array(this.session.lineCount).keys()];
  }

  left(clauses: readonly FilterClause[], more: Partial<FilterQuestion> = {}): LinesLeft {
    const { length } = this.all;
    const question: FilterQuestion = {
      filter: filterOf(clauses),
      lines: length,
      searched: clauses.map(() => bitsOf(this.all, length)),
      findings: [],
      bookmarkLines: [],
      noise: 0,
      unfolded: [],
      unfoldedTemplates: [],
      ...more,
    };
    return finish(this.session.lines.shown(question, this.texts));
  }

  lines({ lines }: LinesLeft): number[] {
    return membersOf(lines, this.all.length);
  }
}

/** Of the record of one line, each field it shows. */
function checkFields(shown: Shown, line: number): void {
  const details = shown.session.lines.details(line as LineIndex, shown.texts);
  for (const { name, value } of details?.fields ?? []) {
    const left = shown.lines(shown.left([include({ kind: 'field', name, value })]));
    assert.ok(left.includes(details?.first ?? -1), `the field ${JSON.stringify({ name, value })}`);
  }
}

function checkHalves(shown: Shown, clause: FilterClause): void {
  const [having, lacking] = (['include', 'exclude'] as const).map((mode) =>
    shown.lines(shown.left([{ ...clause, mode }])),
  );
  same(
    [...having, ...lacking].sort((a, b) => a - b),
    shown.all,
    'lines of two halves',
  );
  const kept = new Set(having);
  for (const line of having) {
    const facts = shown.session.lines.facts(line as LineIndex);
    for (let other: number = facts?.first ?? line; other <= (facts?.last ?? line); other++)
      assert.ok(kept.has(other), `line ${other} is shown as line ${line} is`);
  }
}

function checkDial(shown: Shown, noise: NoiseNotch, finding: number): void {
  const left = shown.left([], { noise, findings: [{ line: finding, severity: 'low' }] });
  const visible = shown.lines(left);
  const places = new Uint32Array(left.folds?.places ?? new ArrayBuffer(0));
  const hidden: number[] = [];
  for (let i = 0; i < places.length; i += 3)
    for (let line = places[i] + 1; line <= places[i + 1]; line++) hidden.push(line);
  same(
    [...visible, ...hidden].sort((a, b) => a - b),
    shown.all,
    'lines shown or folded',
  );
  assert.ok(finding >= shown.all.length || visible.includes(finding), 'the finding is shown');
}

export const showing: Claim = {
  name: 'a filter and its opposite show each record whole and once, fields find their records, the dial loses no line',
  holds({ bytes, draws }) {
    const drawn = new Draws(draws);
    const shown = new Shown(bytes);
    const line = drawn.below(shown.all.length);
    const level = (['debug', 'info', 'warn', 'error'] as const)[drawn.below(4)];
    checkHalves(shown, include({ kind: 'level', atLeast: level }));
    checkFields(shown, line);
    const facts = shown.session.lines.facts(line as LineIndex);
    if (facts?.time) checkHalves(shown, include({ kind: 'time', from: null, until: facts.time }));
    checkDial(shown, (1 + drawn.below(4)) as NoiseNotch, facts?.first ?? line);
  },
};
