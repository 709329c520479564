import { describe, expect, it } from 'vitest';
import type { TemplateParameters } from '../../src/engine/model/analysis';
import type { LineNumber } from '../../src/engine/model/units';
import { Session } from '../../src/engine/session';
import { finish } from './log-builder';
import { textsOf } from './source-texts';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;

function summariesOf(lines: readonly string[], most: number): Record<string, TemplateParameters> {
  const text = `${lines.join('\n')}\n`;
  const session = new Session();
  for (const role of ['log', 'baseline'] as const) {
    session.openSource({ path: 'app.log', role, referenceSeconds });
    session.push(new TextEncoder().encode(text));
    session.closeSource();
  }
  const texts = textsOf(text, text);
  const parametersOf = session.templates.allParameterSummaries(texts, most);
  const templates = finish(session.mineTemplates());
  for (const { id } of templates)
    expect(finish(session.templates.parameterSummaries(id, texts, most))).toEqual(parametersOf(id));
  return Object.fromEntries(templates.map(({ id, pattern }) => [pattern, parametersOf(id)]));
}

const shelves = Array.from(
  { length: 100 },
  (_, i) => `2026-04-02 10:00:00 INFO shelf ${i} carries ${i % 4} boxes`,
);
const opened = '2026-04-02 10:00:00 INFO the lager is open';

describe('parameters of the log’s templates, without the baseline’s records', () => {
  it('all of them looked at', () => {
    const found = summariesOf([opened, ...shelves], 1000);
    expect(found['the lager is open']).toEqual({ records: 1, lookedAt: 1, parameters: [] });
    const { records, lookedAt, parameters } = found['shelf <number> carries <number> boxes'];
    expect({ records, lookedAt }).toEqual({ records: 100, lookedAt: 100 });
    expect(parameters.map(({ distinct, numbers }) => [distinct, numbers?.p50])).toEqual([
      [100, 49],
      [4, 1],
    ]);
  });

  it('some, spread over the log', () => {
    const { records, lookedAt, parameters } = summariesOf([opened, ...shelves], 10)[
      'shelf <number> carries <number> boxes'
    ];
    expect({ records, lookedAt }).toEqual({ records: 100, lookedAt: 10 });
    const [shelf] = parameters;
    expect(shelf).toMatchObject({ distinct: 10, distinctIsExact: false });
    expect(shelf.numbers?.min).toBeLessThan(10);
    expect(shelf.numbers?.max).toBeGreaterThan(90);
  });
});

describe('the values of one line among those of its template', () => {
  const text = [opened, ...shelves, '', '2026-04-02 10:00:00 INFO shelf 7 carries many boxes', ''].join('\n');
  const session = new Session();
  const source = session.openSource({ path: 'app.log', role: 'log', referenceSeconds });
  session.push(new TextEncoder().encode(text));
  session.closeSource();
  const at = (line: number) =>
    finish(session.templates.parametersOfLine(source, line as LineNumber, textsOf(text)));

  it('numbers have so many below, what is no number has so many equal', () => {
    expect(at(100)?.standings).toEqual([
      { value: '98', of: 101, below: 99, equal: 1 },
      { value: '2', of: 101, below: null, equal: 25 },
    ]);
    expect(at(103)?.standings).toEqual([
      { value: '7', of: 101, below: 7, equal: 2 },
      { value: 'many', of: 101, below: null, equal: 1 },
    ]);
    expect(at(100)?.template).toBe(session.templates.templateOfLine(source, 100 as LineNumber));
    expect(at(100)?.parameters).toHaveLength(2);
  });

  it('a template without parameters has none', () => {
    expect(at(1)).toMatchObject({ records: 1, parameters: [], standings: [] });
  });

  it.each([0, 102, 105])('line %i is of no record', (line) => {
    expect(at(line)).toBeUndefined();
    expect(session.templates.templateOfLine(source, line as LineNumber)).toBeUndefined();
  });
});
