import { describe, expect, it } from 'vitest';
import type { LineIndex } from '../../../src/engine/model/units';
import { componentsOfLines } from '../../../src/engine/shape/line-components';
import { buildLog } from '../log-builder';

const { records } = buildLog(
  {
    rows: [
      { text: 'up', component: 7 },
      { text: 'broken', component: 3, lines: 3 },
      { text: 'says not who' },
      { text: 'down', component: 7 },
    ],
  },
  { role: 'baseline', rows: [{ text: 'up', component: 7 }] },
);
const of = (...lines: number[]) =>
  componentsOfLines(records, (component) => `service-${component}`, lines as LineIndex[]);
const none = 0xffff;

describe('the component of a line', () => {
  const cases: { name: string; lines: number[]; names: string[]; ofLine: number[] }[] = [
    { name: 'is its record’s', lines: [3], names: ['service-3'], ofLine: [0] },
    { name: 'is named once', lines: [5, 1, 0], names: ['service-7', 'service-3'], ofLine: [0, 1, 0] },
    { name: 'is none where the record names none', lines: [4], names: [], ofLine: [none] },
    {
      name: 'is none of a baseline, and outside the log',
      lines: [6, 7, -1],
      names: [],
      ofLine: [none, none, none],
    },
    { name: 'is asked of no line', lines: [], names: [], ofLine: [] },
  ];
  it.each(cases)('$name', ({ lines, names, ofLine }) => {
    expect(of(...lines)).toEqual({ names, ofLine: Uint16Array.from(ofLine) });
  });
});
