import { expect, it, vi } from 'vitest';
import { isLabel } from '../../../src/node/store/label-line';

vi.mock('vscode', () => import('../vscode-stand-in'));
const { toldOf } = await import('../../../src/extension/labelling/choose-label');

const nothing = { scope: undefined, category: undefined, note: undefined };

it.each([
  ['nothing', undefined, nothing],
  ['what is no text', { scope: 7, category: {}, note: ['a'] }, nothing],
  ['what is known', { scope: 'template', category: 'database', note: 'disk full' }, {}],
  ['several lines', { category: 'a\nb', note: '\u202ec\u0000d' }, { category: 'a b', note: 'c d' }],
])('a command is told %s', (_, argument, told) => {
  expect(toldOf(argument)).toEqual({ ...nothing, ...Object(argument), ...told });
});

it('what a command is told can be read again, however long it is', () => {
  const { category, note } = toldOf({ category: 'x'.repeat(1e5), note: 'y'.repeat(1e5) });
  expect(isLabel({ label: 'anomalous', at: '2026-11-22T13:00:00Z', finding: 'a', category, note })).toBe(
    true,
  );
});
