import { expect, test } from 'vitest';
import { nextFocus } from '../../../webview/assistant/next-focus';

test.for<[string, string, string, string | null]>([
  ['a b c', 'a b c', 'b', 'b'],
  ['a b c', 'a c', 'b', 'c'],
  ['a b c', 'a b', 'c', 'b'],
  ['a b c', 'c', 'a', 'c'],
  ['a b c', 'x a', 'b', 'a'],
  ['a', '', 'a', null],
])('of %s becomes %s: the focus of %s is with %s', ([former, now, focused, next]) => {
  const ids = (text: string) => text.split(' ').filter((id) => id !== '');
  expect(nextFocus(ids(former), ids(now), focused)).toBe(next);
});
