import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../src/engine/formats/format-table';
import type { LineIndex } from '../../../src/engine/model/units';
import { textsOf } from '../source-texts';
import { AskedLogs, bitsOf, filterOf, include } from './asked';

/** The lines shown by a field, where the words of its value were found in all lines. */
function shownBy(logs: AskedLogs, name: string, value: string): number[] {
  const { lineCount } = logs.session;
  const searched = [bitsOf([...Array(lineCount).keys()], lineCount)];
  return logs.shown({ filter: filterOf([include({ kind: 'field', name, value })]), searched });
}

describe.each(formatTable)('of $name a filter by field', ({ samples }) => {
  it.each(samples)('fits what the details of the record show, and nothing else: $line', ({ line }) => {
    const text = `${line}\n${line}\n`;
    const logs = new AskedLogs(text);
    const fields = logs.session.lines.details(0 as LineIndex, textsOf(text))?.fields ?? [];
    expect(fields.length).toBeGreaterThan(0);
    for (const { name, value } of fields) {
      expect(shownBy(logs, name, value), name).toContain(0);
      expect(shownBy(logs, name, `${value}~`), name).toEqual([]);
    }
  });
});

describe('a filter by field', () => {
  it.each([
    { written: '"berth":"north\\u0020pier"', value: 'north pier' },
    { written: '"berth":"say \\"north\\""', value: 'say "north"' },
    { written: '"berth":1.50', value: '1.50' },
    { written: '"berth":"a\\\\b"', value: 'a\\b' },
  ])('reads a value however it is written: $written', ({ written, value }) => {
    const line = `{"time":"2026-04-02T06:00:00Z","level":"info","msg":"ferry in",${written}}`;
    const logs = new AskedLogs(`${line}\n${line}\n`);
    expect(shownBy(logs, 'berth', value)).toEqual([0, 1]);
  });

  it('tells fields of the same name within others apart', () => {
    const line = (outer: string, inner: string) =>
      `{"time":"2026-04-02T06:00:00Z","msg":"ferry in","berth":"${outer}","next":{"berth":"${inner}"}}\n`;
    const logs = new AskedLogs(line('north', 'south') + line('south', 'north'));
    expect(shownBy(logs, 'berth', 'north')).toEqual([0]);
    expect(shownBy(logs, 'next.berth', 'north')).toEqual([1]);
  });
});
