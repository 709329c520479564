import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../src/engine/formats/format-table';
import { recogniseWrapper, wrapperTable } from '../../../src/engine/wrappers/wrapper-table';
import { recognises, unwrap } from './unwrap';

const context = { referenceSeconds: Date.UTC(2026, 10, 21) / 1000 };
const head = (lines: readonly string[]) => lines.map((line) => Buffer.from(line));

describe.each(wrapperTable)('$name', (wrapper) => {
  it.each(wrapper.samples)('gives what its sample says: $lines.0', ({ lines, texts, fields }) => {
    expect(unwrap(wrapper, lines).texts).toEqual(texts);
    const first = Buffer.from(lines[0]);
    expect(wrapper.fields(first, 0, first.length)).toEqual(fields);
  });

  it('is recognised by its samples, and by no other wrapper’s', () => {
    for (const other of wrapperTable)
      for (const { lines } of other.samples) {
        const found = recogniseWrapper(head(lines), context)?.name;
        if (other === wrapper && !lines.some((line) => line.includes('\tSet up\t')))
          expect(found).toBe(wrapper.name);
        if (other !== wrapper) expect(found).not.toBe(wrapper.name);
      }
  });

  it.runIf(wrapper.ownFormat === undefined)('takes no line of a format for its own', () => {
    const taken = formatTable
      .flatMap((format) => format.samples.map(({ line }) => line))
      .filter((line) => recognises(wrapper, [line]));
    expect(taken).toEqual([]);
  });

  it('hands over whatever bytes come', () => {
    const odd = [
      '',
      ' ',
      '{"log":"\\',
      '{"log":"\\ud800\\u00zz\\n","stream":"","time":1}',
      '[pod/',
      '[pod/a/b]',
      'a |',
      '\t\t',
    ];
    const cut = wrapper.samples.flatMap(({ lines }) =>
      lines.flatMap((line) => [line.slice(0, 20), line.slice(-9)]),
    );
    expect(() => unwrap(wrapper, [...odd, ...cut])).not.toThrow();
  });
});

describe('pieces of a line', () => {
  const [docker, cri] = wrapperTable;

  it('a joined text begins on its first line, and what comes between waits for it', () => {
    const lines = [
      '2026-06-12T09:41:07Z stderr P half ',
      '2026-06-12T09:41:07Z stdout F between',
      '2026-06-12T09:41:07Z stderr F a line',
    ];
    const { texts, firstLines } = unwrap(cri, lines);
    expect(texts.map(({ text }) => text)).toEqual(['half a line', 'between']);
    expect(firstLines).toEqual([0, 1]);
  });

  it('one that never ends holds others up for 200 lines only', () => {
    const others = Array.from({ length: 500 }, (_, i) => `2026-06-12T09:41:07Z stdout F line ${i}`);
    const { texts } = unwrap(cri, ['2026-06-12T09:41:07Z stderr P silent', ...others]);
    expect(texts.map(({ text }) => text)).toEqual(['silent', ...others.map((_, i) => `line ${i}`)]);
  });

  it('a text is kept as far as a line is', () => {
    const piece = `{"log":"${'x'.repeat(16_000)}","stream":"stdout","time":"2026-06-12T09:41:07Z"}`;
    const { texts } = unwrap(docker, Array<string>(9).fill(piece));
    expect(texts.map(({ text }) => text.length)).toEqual([65_536]);
  });
});
