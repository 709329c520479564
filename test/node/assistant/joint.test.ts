import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Joint } from '../../../src/node/assistant/joint';

function joined(said: string, pieces: readonly string[]): string {
  const joint = new Joint(said);
  return pieces.map((piece) => joint.push(piece)).join('') + joint.end();
}

describe('an answer that goes on behind a cut', () => {
  it.each([
    ['goes on as it should', 'The pool was emp', ['ty at ', 'nine.'], 'ty at nine.'],
    ['says the last word again', 'The pool was empty', ['pool was empty at nine.'], ' at nine.'],
    [
      'says the last sentence again',
      'One. The pool was empty',
      ['The pool', ' was empty', ' at nine.'],
      ' at nine.',
    ],
    [
      'says all of it again',
      '# Cause\n\nThe pool was empty',
      ['# Cause\n\nThe', ' pool was empty at nine.'],
      ' at nine.',
    ],
    ['repeats only what was said', 'The pool was empty', ['The pool ', 'was empty'], ''],
    ['has a word in common by chance', 'They ran out of it', ['it'], 'it'],
    ['says digits that were said', 'after 15', ['15 more'], '15 more'],
    ['begins within a word that was said', 'the overload', ['loading began'], 'loading began'],
    ['says nothing', 'The pool', [], ''],
  ])('%s', (_, said, pieces, expected) => expect(joined(said, pieces)).toBe(expected));

  it('is the same for any pieces', () => {
    const words = fc.array(fc.constantFrom('a ', 'pool ', 'was ', 'empty\n', 'x'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, fc.nat(), (said, coming, at) => {
        const text = coming.join('');
        const cut = text.length === 0 ? 0 : at % text.length;
        const whole = joined(said.join(''), [text]);
        expect(text.endsWith(whole)).toBe(true);
        expect(joined(said.join(''), [text.slice(0, cut), text.slice(cut)])).toBe(whole);
      }),
    );
  });
});
