import { describe, expect, it } from 'vitest';
import { generateQuietLog, generateShopLog } from '../../../src/engine/dataset/generator/shop-log';
import type { Headline } from '../../../src/engine/headlines/headline';
import type { Analysis } from '../../../src/engine/model/analysis';
import { Session } from '../../../src/engine/session';
import { sentenceText } from '../../../src/protocol/sentence';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';

function analysed(
  log: string,
  ...baselines: readonly string[]
): { analysis: Analysis; headlines: readonly Headline[] } {
  const session = new Session();
  for (const [i, text] of [log, ...baselines].entries()) {
    const role = i === 0 ? 'log' : 'baseline';
    session.openSource({ path: `${i}.log`, role, referenceSeconds: 1_795_000_000 });
    session.push(new TextEncoder().encode(text));
    session.closeSource();
  }
  const analysis = finish(session.analyse(textsOf(log, ...baselines)));
  return { analysis, headlines: finish(session.contrasts.headlines(analysis)) };
}

const byKind = (headlines: readonly Headline[], kind: Headline['kind']) =>
  headlines.find((headline) => headline.kind === kind);

describe('a log with incidents', () => {
  const { text } = generateShopLog({ seed: 4 });
  const lines = text.split('\n');
  const { analysis, headlines } = analysed(text);

  it('says since when: the first unusual event of the worst incident', () => {
    const since = byKind(headlines, 'since');
    expect((since?.line ?? -1) + 1).toBe(analysis.incidents[0].timeline[0].line);
    expect(since && sentenceText(since.message)).toMatch(/^Since 2026-03-14 \d\d:\d\d:\d\d: ./);
  });

  it('says what is new since then: a template none of whose records stand before', () => {
    const fresh = byKind(headlines, 'new');
    const at = fresh?.line ?? expect.unreachable('nothing is new');
    expect(at).toBeGreaterThanOrEqual(byKind(headlines, 'since')?.line ?? 0);
    const template = analysis.templates.find(({ firstLine }) => firstLine === at + 1);
    expect(fresh?.message.values).toEqual([template?.pattern, template?.count]);
  });

  it('says who is loudest, by the errors counted', () => {
    const loudest = byKind(headlines, 'loudest');
    const errors = lines.filter((line) => / (ERROR|FATAL) /.test(line));
    const counts = new Map<string, number>();
    for (const line of errors) {
      const service = /\[([a-z]+)\]/.exec(line)?.[1] ?? '';
      counts.set(service, (counts.get(service) ?? 0) + 1);
    }
    const [name, count] = loudest?.message.values ?? [];
    expect(count).toBe(Math.max(...counts.values()));
    expect(counts.get(String(name))).toBe(count);
    expect(loudest?.message.values[2]).toBe(errors.length);
  });
});

describe('where nothing is so', () => {
  it('says nothing of a quiet log', () => {
    const { analysis, headlines } = analysed(generateQuietLog({ seed: 2 }).text);
    expect(analysis.verdict).toBe('quiet');
    expect(headlines).toEqual([]);
  });

  it.each([
    ['', 'an empty one'],
    ['hello\n', 'one line'],
  ])('says nothing of %j, %s', (text) => {
    expect(analysed(text).headlines).toEqual([]);
  });
});

describe('against a baseline', () => {
  it('names what no good log has', () => {
    const good = generateQuietLog({ seed: 9 }).text;
    const { headlines } = analysed(generateShopLog({ seed: 4 }).text, good);
    const fresh = byKind(headlines, 'new');
    expect(fresh && sentenceText(fresh.message)).toMatch(/^New against the baseline: /);
    const [pattern] = fresh?.message.values ?? [];
    expect(analysed(good).analysis.templates.map((template) => template.pattern)).not.toContain(pattern);
  });
});
