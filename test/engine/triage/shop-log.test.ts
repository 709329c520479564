import { describe, expect, it } from 'vitest';
import {
  generateQuietLog,
  generateShopLog,
  generateUnusualLog,
} from '../../../src/engine/dataset/generator/shop-log';
import type { Analysis } from '../../../src/engine/model/analysis';
import type { Finding } from '../../../src/engine/model/finding';
import { Session } from '../../../src/engine/session';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';

function analyse(text: string, baseline?: string): Analysis {
  const session = new Session();
  const sources = baseline === undefined ? [text] : [text, baseline];
  for (const [index, source] of sources.entries()) read(session, index === 0 ? 'log' : 'baseline', source);
  return finish(session.analyse(textsOf(...sources)));
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

/** What is normal, beside where else a line of its kind stands. */
function showsNormal({ reasons }: Finding): boolean {
  return reasons.some(({ evidence }) => evidence.some(({ note }) => note.values.length > 0));
}

const seeds = [1, 2, 3];

describe('the shop’s log', () => {
  it.each(seeds)('has its planted incidents found whole, and next to nothing else (seed %d)', (seed) => {
    const { text, incidents } = generateShopLog({ seed });
    const analysis = analyse(text);
    const marked = new Set(markedLines(analysis));
    for (const { name, lines } of incidents) {
      const found = lines.filter((line) => marked.has(line));
      expect(found.length / lines.length, name).toBeGreaterThanOrEqual(0.95);
    }
    const planted = new Set(incidents.flatMap(({ lines }) => lines));
    const others = [...marked].filter((line) => !planted.has(line));
    expect(others.length).toBeLessThanOrEqual(analysis.overview.lines / 1_000);
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

  it.each(seeds)('of a broken shop is unusual (seed %d)', (seed) => {
    expect(analyse(generateUnusualLog({ seed }).text).verdict).toBe('unusual');
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
    const marked = markedLines(analyse(text, generateQuietLog({ seed: seed + 10 }).text));
    expect(marked).toEqual(incidents.flatMap(({ lines }) => lines));
  });

  it('of a quiet day stays unusual where the shop is broken, and is usual beside one as broken', () => {
    const broken = generateUnusualLog({ seed: 1 }).text;
    expect(analyse(broken, generateQuietLog({ seed: 2 }).text).verdict).toBe('unusual');
    const { verdict, overview } = analyse(broken, generateUnusualLog({ seed: 2 }).text);
    expect(verdict).not.toBe('unusual');
    expect(overview.markedLines).toBeLessThanOrEqual(overview.lines / 1_000);
  });
});
