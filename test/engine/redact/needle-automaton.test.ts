import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NeedleAutomaton } from '../../../src/engine/redact/needle-automaton';

/** By the automaton, in the order of the needles. */
function heldBy(automaton: NeedleAutomaton, count: number, text: string): boolean[] {
  const held: boolean[] = new Array(count).fill(false);
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    state = automaton.next[(state << automaton.shift) | automaton.classes[text.charCodeAt(i)]];
    for (const place of automaton.endings[state - automaton.firstEnding] ?? []) held[place] = true;
  }
  return held;
}

test('an automaton finds each needle wherever it stands, within others too', () => {
  const letters = fc.constantFrom('a', 'b', 'ab', 'ba', '1', '密', '码');
  const needle = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  const text = fc.array(fc.oneof(letters, fc.constantFrom('A', 'B', 'x', '😀', '\0')), { maxLength: 40 });
  fc.assert(
    fc.property(fc.uniqueArray(needle, { minLength: 1, maxLength: 12 }), text, (needles, parts) => {
      const line = parts.join('');
      const expected = needles.map((one) => line.toLowerCase().includes(one));
      expect(heldBy(new NeedleAutomaton(needles), needles.length, line)).toEqual(expected);
    }),
  );
});
