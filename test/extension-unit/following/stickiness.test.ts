import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stickiness } from '../../../src/extension/following/stickiness';

type Step = ['appended' | 'cut', number] | ['sees', number] | ['resumes'];

/** Whether the reader is at the end after these steps in a text of 100 lines. */
function isAtEndAfter(steps: readonly Step[]): boolean {
  let lines = 100;
  const stickiness = new Stickiness(lines);
  for (const [what, line = 0] of steps) {
    if (what === 'sees') stickiness.scrolled(line, lines);
    else if (what === 'resumes') stickiness.resume(lines);
    else {
      lines = line;
      stickiness.changed(lines);
    }
  }
  return stickiness.isAtEnd;
}

describe('a reader of a growing text', () => {
  it.each<[string, boolean, Step[]]>([
    ['is at the end at first', true, []],
    ['stays there when text is appended', true, [['appended', 120]]],
    [
      'stays there when the view is told late',
      true,
      [
        ['sees', 99],
        ['appended', 120],
        ['sees', 99],
        ['sees', 119],
      ],
    ],
    [
      'leaves it by scrolling up',
      false,
      [
        ['sees', 99],
        ['sees', 80],
      ],
    ],
    [
      'does not come back because text is appended',
      false,
      [
        ['sees', 80],
        ['appended', 120],
        ['sees', 80],
      ],
    ],
    [
      'does not come back half the way',
      false,
      [
        ['sees', 50],
        ['sees', 90],
      ],
    ],
    [
      'comes back by scrolling down',
      true,
      [
        ['sees', 80],
        ['appended', 120],
        ['sees', 119],
      ],
    ],
    [
      'sees the end without the empty line behind it',
      true,
      [
        ['sees', 80],
        ['sees', 98],
      ],
    ],
    [
      'stays at the end of a text that was cut',
      true,
      [
        ['sees', 99],
        ['cut', 3],
        ['sees', 2],
      ],
    ],
    [
      'is taken to the end of one that was cut above',
      true,
      [
        ['sees', 50],
        ['cut', 3],
        ['sees', 2],
      ],
    ],
    ['comes back when asked', true, [['sees', 50], ['resumes'], ['appended', 120]]],
  ])('%s', (_, isAtEnd, steps) => {
    expect(isAtEndAfter(steps)).toBe(isAtEnd);
  });

  it('at the end stays there whatever is appended and shown of it', () => {
    const growth = fc.array(fc.nat({ max: 1000 }), { maxLength: 20 });
    fc.assert(
      fc.property(growth, (growths) => {
        let lines = 100;
        const steps = growths.flatMap((by): Step[] => {
          const before = lines;
          lines += by;
          return [
            ['appended', lines],
            ['sees', before - 1],
            ['sees', lines - 1],
          ];
        });
        expect(isAtEndAfter(steps)).toBe(true);
      }),
    );
  });
});
