import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../src/engine/model/comparison';
import { processorMs } from '../../../processor-time';
import { compareLogs, foundLines } from './compare-logs';

const start = Date.UTC(2026, 4, 4, 10);

/** A line a second, of level info unless it names another. */
function log(...messages: readonly string[]): string {
  return messages
    .map((message, i) => {
      const [, level = 'INFO', text = message] = /^(WARN|ERROR) (.*)$/.exec(message) ?? [];
      return `${new Date(start + i * 1000).toISOString()} ${level} ${text}\n`;
    })
    .join('');
}

function patternsOf(
  comparison: Comparison,
  list: 'vanished' | 'reordered' | 'alsoNew',
): (string | undefined)[] {
  const patterns = new Map(comparison.templates.map(({ id, pattern }) => [id, pattern]));
  return comparison[list].map(({ templateId }) => patterns.get(templateId));
}

const good = log('Opening the shop', 'Order 1 paid', 'Stock counted', 'Order 2 paid', 'Closing the shop');

describe('a comparison', () => {
  it('tells what is new of level error, and with which score', () => {
    const bad = log('Opening the shop', 'Order 7 paid', 'ERROR Till is jammed', 'Closing the shop');
    const [finding, ...others] = compareLogs(bad, [good]).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ source: 0, line: 3, endLine: 3, tellingLine: 3, kind: 'new' });
    expect(finding).toMatchObject({ score: 0.75, severity: 'high' });
    expect(finding.reasons[0].message.pattern).toContain('level');
  });

  it('tells what vanished, with how often it was there', () => {
    const bad = log('Opening the shop', 'Stock counted', 'Closing the shop');
    const comparison = compareLogs(bad, [good]);
    expect(comparison.findings).toEqual([]);
    expect(patternsOf(comparison, 'vanished')).toEqual(['Order <number> paid']);
    expect(comparison.vanished[0]).toMatchObject({ source: 1, line: 2, endLine: 2, count: 2 });
  });

  it('tells another order, and makes no finding of it', () => {
    const bad = log('Stock counted', 'Opening the shop', 'Order 1 paid', 'Closing the shop');
    const comparison = compareLogs(bad, [good]);
    expect(comparison.findings).toEqual([]);
    expect(patternsOf(comparison, 'reordered')).toEqual(['Stock counted']);
    expect(comparison.reordered[0]).toMatchObject({ goodLine: 3, badLine: 1 });
  });

  it('tells what is new and no trouble beside the findings', () => {
    const bad = log('Opening the shop', 'Order 1 paid', 'Music turned on', 'Closing the shop');
    const comparison = compareLogs(bad, [good]);
    expect(comparison.findings).toEqual([]);
    expect(patternsOf(comparison, 'alsoNew')).toEqual(['Music turned on']);
  });

  it('takes new warnings where nothing says that anything failed', () => {
    const bad = log('Opening the shop', 'Order 1 paid', 'WARN Till is nearly full', 'Closing the shop');
    expect(foundLines(compareLogs(bad, [good]))).toEqual([3]);
  });

  it('tells a failure that is far more frequent, with a line of the good log', () => {
    const usual = Array.from({ length: 60 }, (_, i) => `Order ${i} paid`);
    const once = log(...usual, 'ERROR Card of customer 4 refused');
    const often = log(...usual, ...usual.slice(0, 30).map((_, i) => `ERROR Card of customer ${i} refused`));
    const { findings } = compareLogs(often, [once]);
    expect(findings.map(({ kind, line }) => [kind, line])).toEqual([['shifted', 61]]);
    expect(findings[0].reasons[0].message.values).toEqual([30, 1]);
    expect(findings[0].reasons[0].evidence).toMatchObject([{ source: 1, line: 61 }]);
  });

  it('does not tell what is as frequent as in a good log', () => {
    const mixed = [1, 2, 3, 4].flatMap((i) => [`Order ${i} paid`, `ERROR Card of customer ${i} refused`]);
    expect(compareLogs(log(...mixed, ...mixed), [log(...mixed)]).findings).toEqual([]);
  });
});

describe('several good logs', () => {
  const steps = (name: string) => log('Opening the shop', `ERROR Shelf ${name} is empty`, 'Closing the shop');

  it('make known what any of them has', () => {
    const bad = log('Opening the shop', 'ERROR Till is jammed', 'ERROR Door is stuck');
    const goods = [log('Opening the shop', 'ERROR Till is jammed'), log('ERROR Door is stuck')];
    expect(compareLogs(bad, goods).findings).toEqual([]);
  });

  it('make known what differs among them', () => {
    const names = ['north', 'south'];
    const goods = names.map(steps);
    expect(foundLines(compareLogs(steps('upper'), goods.slice(0, 1)))).toEqual([2]);
    expect(foundLines(compareLogs(steps('upper'), goods.slice(0, 2)))).toEqual([]);
  });

  it('but not what says more of a failure there', () => {
    const outcome = (word: string) => log('Opening the shop', `Till test ${word}`, 'Closing the shop');
    const bare = (word: string) => outcome(word).replaceAll(' INFO', '');
    expect(foundLines(compareLogs(bare('FAILED'), [bare('passed'), bare('skipped')]))).toEqual([2]);
  });

  it('must all have what vanished', () => {
    const short = log('Opening the shop', 'Closing the shop');
    const comparison = compareLogs(short, [good, log('Opening the shop', 'Stock counted')]);
    expect(patternsOf(comparison, 'vanished')).toEqual(['Stock counted']);
  });
});

describe('a time range', () => {
  const bad = log('ERROR Till is jammed', 'Order 1 paid', 'ERROR Door is stuck');

  it('leaves only lines within as findings', () => {
    const from = BigInt(start + 2000) * 1_000_000n;
    expect(foundLines(compareLogs(bad, [good], { from }))).toEqual([3]);
    expect(foundLines(compareLogs(bad, [good], { until: from - 1n }))).toEqual([1]);
  });
});

describe('bad input', () => {
  it.each([
    ['an empty bad log', '', [good]],
    ['an empty good log', good, ['']],
    ['NULs, escapes and half a character', '\0\0\x1b[31mOrder \xff\n\ud800', [good]],
    ['lone line ends', 'a\rb\r\rc\r\n', ['a\nb']],
  ])('%s gives a sound answer', (_, bad, goods) => {
    const comparison = compareLogs(bad, goods);
    expect(comparison.findings.every(({ line, endLine }) => line >= 1 && endLine >= line)).toBe(true);
  });

  it('no good log is said', () => {
    expect(compareLogs(good, []).notJudged).toHaveLength(1);
  });

  it('what lies between two lines is looked at once, however much it is', () => {
    const gap = '\n'.repeat(200_000);
    const took = processorMs(() => {
      const comparison = compareLogs(`error: a${gap}odd${gap}error: b\n`, ['ok\n']);
      expect(comparison.findings).toHaveLength(1);
    });
    expect(took).toBeLessThan(30_000);
  });

  it('a line of megabytes is compared by its beginning', () => {
    const long = 'x'.repeat(3_000_000);
    expect(foundLines(compareLogs(`error: ${long}\nok\n`, [`ok\n${long}\n`]))).toEqual([1]);
  });
});
