import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { tellerFor } from '../../src/cli/terminal/language';
import { noteLine } from '../../src/cli/terminal/note-line';
import { Output } from '../../src/cli/terminal/output';
import { paletteFor } from '../../src/cli/terminal/palette';
import { ProgressLine } from '../../src/cli/terminal/progress-line';
import { timeText } from '../../src/cli/terminal/time-text';
import { sentenceText } from '../../src/protocol/sentence';

describe('colour', () => {
  it.each([
    ['a terminal', { isTTY: true }, {}, true],
    ['a pipe', {}, {}, false],
    ['a terminal with NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a terminal with an empty NO_COLOR', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a dumb terminal', { isTTY: true }, { TERM: 'dumb' }, false],
  ])('on %s', (_, stream, env, coloured) => {
    expect(paletteFor(stream, env).severity.critical('Critical') !== 'Critical').toBe(coloured);
  });
});

describe('progress', () => {
  const written = (isTTY: boolean) => {
    const texts: string[] = [];
    const stream = { isTTY, write: (text: string) => texts.push(text) } as unknown as NodeJS.WriteStream;
    const line = new ProgressLine(stream, sentenceText);
    line.show({ phase: 'reading', percent: 45.6, lines: 120_000 });
    line.clear();
    line.clear();
    return texts;
  };

  it('is one line on a terminal that disappears in the end', () => {
    expect(written(true)).toEqual(['\r\x1b[KAnalysing: 45 %, 120,000 lines', '\r\x1b[K']);
  });

  it('is nothing elsewhere', () => {
    expect(written(false)).toEqual([]);
  });
});

describe('output', () => {
  it('waits for a slow reader instead of gathering what it has not read', async () => {
    let taken = 0;
    const slow = new Writable({
      highWaterMark: 1000,
      write(chunk: Buffer, _, done) {
        taken += chunk.length;
        setImmediate(done);
      },
    });
    let mostWaiting = 0;
    const pieces = function* () {
      for (let i = 0; i < 2000; i++) {
        mostWaiting = Math.max(mostWaiting, slow.writableLength);
        yield 'x'.repeat(1000);
      }
    };
    const out = new Output(slow);
    await out.writeAll(pieces());
    await out.flush();
    expect(taken).toBe(2_000_000);
    expect(mostWaiting).toBeLessThan(100_000);
  });
});

describe('language', () => {
  const sentence = { pattern: 'Nothing of this kind is in any bundle: {0}', values: [7] };

  it.each([
    ['without a bundle', { LANG: 'zh_CN.UTF-8' }],
    ['without a wish', {}],
  ])('is English %s', (_, env) => {
    expect(tellerFor(env, '/nowhere')(sentence)).toBe('Nothing of this kind is in any bundle: 7');
  });
});

describe('timeText', () => {
  it.each([
    ['1773480413589000000', '2026-03-14 09:26:53.589'],
    ['1773480413589999999', '2026-03-14 09:26:53.589'],
    ['0', '1970-01-01 00:00:00.000'],
    ['9999999999999999999999', '9999999999999999999999'],
  ])('%s', (nanoseconds, text) => {
    expect(timeText(nanoseconds)).toBe(text);
  });
});

it('what a note tells of a file moves no cursor, turns no text around and begins no line', () => {
  const values = ['labels.csv', 7, '\u001b]0;owned\u0007\u001b[2J\u202eab\u202c\ncd\u009b31m'];
  const note = noteLine({ pattern: 'Line {1} of {0} labels a template: {2}', values }, sentenceText);
  expect(note).toBe('oddline: Line 7 of labels.csv labels a template: ab cd31m\n');
});
