import { describe, expect, it } from 'vitest';
import {
  generateQuietLog,
  generateShopLog,
  generateUnusualLog,
} from '../../../src/engine/dataset/generator/shop-log';
import type { Analysis } from '../../../src/engine/model/analysis';
import type { Finding } from '../../../src/engine/model/finding';
import type { SourceIndex } from '../../../src/engine/model/units';
import { Session } from '../../../src/engine/session';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';

interface Analysed {
  readonly analysis: Analysis;
  /** By line index; a continuation line has its record's. */
  readonly templates: readonly number[];
}

function analyseFully(text: string, baseline?: string): Analysed {
  const session = new Session();
  const sources = baseline === undefined ? [text] : [text, baseline];
  for (const [index, source] of sources.entries()) read(session, index === 0 ? 'log' : 'baseline', source);
  const analysis = finish(session.analyse(textsOf(...sources)));
  return { analysis, templates: [...session.templates.templatesOfLines(0 as SourceIndex)] };
}

function analyse(text: string, baseline?: string): Analysis {
  return analyseFully(text, baseline).analysis;
}

function read(session: Session, role: 'log' | 'baseline', text: string): void {
  session.openSource({ path: `${role}.log`, role, referenceSeconds: 1_795_000_000 });
  session.push(new TextEncoder().encode(text));
  session.closeSource();
}

function markedLines({ findings }: Analysis): number[] {
  return findings.flatMap(({ line, endLine }) =>
    Array.from({ length: endLine - line + 1 }, (_, i) => line + i),
  );
}

/** Lines of findings and of all that repeats them: between the first and the last record those of its template. */
function coveredLines({ analysis, templates }: Analysed): number[] {
  const covered = new Set(markedLines(analysis));
  for (const { line, templateId, repeats } of analysis.findings) {
    for (let at: number = line; at <= repeats.line; at++)
      if (templates[at - 1] === templateId) covered.add(at);
  }
  return [...covered].sort((a, b) => a - b);
}

/** What is normal, beside where else a line of its kind stands. */
function showsNormal({ reasons }: Finding): boolean {
  return reasons.some(({ evidence }) => evidence.some(({ note }) => note.values.length > 0));
}

const seeds = [1, 2, 3];

describe('the shop’s log', () => {
  it.each(seeds)('has its planted incidents found whole, and next to nothing else (seed %d)', (seed) => {
    const { text, incidents } = generateShopLog({ seed });
    const analysed = analyseFully(text);
    const covered = new Set(coveredLines(analysed));
    for (const { name, lines } of incidents) {
      const found = lines.filter((line) => covered.has(line));
      expect(found.length / lines.length, name).toBeGreaterThanOrEqual(0.95);
    }
    const planted = new Set(incidents.flatMap(({ lines }) => lines));
    const others = [...covered].filter((line) => !planted.has(line));
    expect(others.length).toBeLessThanOrEqual(analysed.analysis.overview.lines / 1_000);
  });

  it.each(seeds)('has each incident’s worst line among the high and critical findings (seed %d)', (seed) => {
    const { text, incidents } = generateShopLog({ seed });
    const severe = analyse(text).findings.filter(
      ({ severity }) => severity === 'high' || severity === 'critical',
    );
    for (const { name, worstLine } of incidents) {
      expect(
        severe.some(({ line, endLine }) => line <= worstLine && worstLine <= endLine),
        name,
      ).toBe(true);
    }
  });

  it.each(seeds)(
    'shows what is normal beside two of three findings and each worst line (seed %d)',
    (seed) => {
      const { text, incidents } = generateShopLog({ seed });
      const { findings } = analyse(text);
      const explained = findings.filter(showsNormal);
      expect(explained.length / findings.length).toBeGreaterThanOrEqual(2 / 3);
      for (const { name, worstLine } of incidents) {
        expect(
          explained.some(({ line, endLine }) => line <= worstLine && worstLine <= endLine),
          name,
        ).toBe(true);
      }
    },
  );

  it.each(seeds)('on a quiet day has at most one line in a thousand marked (seed %d)', (seed) => {
    const analysis = analyse(generateQuietLog({ seed }).text);
    expect(analysis.overview.markedLines).toBeLessThanOrEqual(analysis.overview.lines / 1_000);
    expect(analysis.strangest).toHaveLength(20);
  });

  it.each(seeds)('of a broken shop has its errors folded, a mark or two for each kind (seed %d)', (seed) => {
    const { verdict, findings, overview } = analyse(generateUnusualLog({ seed }).text);
    const repeated = findings.reduce((sum, { repeats }) => sum + repeats.count, 0);
    expect(verdict).toBe('findings');
    expect(repeated).toBeGreaterThanOrEqual(overview.errors);
    expect(findings.length).toBeLessThanOrEqual(20);
  });
});

describe('the shop’s log beside a baseline', () => {
  it.each([
    ['with incidents', generateShopLog],
    ['of a quiet day', generateQuietLog],
    ['of a broken shop', generateUnusualLog],
  ])('that is itself (%s) is quiet, whatever it holds', (_, generate) => {
    const { text } = generate({ seed: 1 });
    const { verdict, findings, overview } = analyse(text, text);
    expect([verdict, findings.length, overview.markedLines]).toEqual(['quiet', 0, 0]);
  });

  it.each(seeds)('of a quiet day has its incidents found whole, and nothing else (seed %d)', (seed) => {
    const { text, incidents } = generateShopLog({ seed });
    const covered = coveredLines(analyseFully(text, generateQuietLog({ seed: seed + 10 }).text));
    expect(covered).toEqual(incidents.flatMap(({ lines }) => lines));
  });

  it('of a quiet day has all errors where the shop is broken, and is usual beside one as broken', () => {
    const broken = generateUnusualLog({ seed: 1 }).text;
    const { findings, overview: all } = analyse(broken, generateQuietLog({ seed: 2 }).text);
    expect(findings.reduce((sum, { repeats }) => sum + repeats.count, 0)).toBeGreaterThanOrEqual(all.errors);
    const { overview } = analyse(broken, generateUnusualLog({ seed: 2 }).text);
    expect(overview.markedLines).toBeLessThanOrEqual(overview.lines / 1_000);
  });
});
