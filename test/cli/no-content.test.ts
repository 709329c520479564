import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapesJson, shapesText } from '../../src/cli/output/inspect-shapes';
import { unfitted } from '../../src/cli/terminal/fit-width';
import { paletteFor } from '../../src/cli/terminal/palette';
import { sentenceText } from '../../src/protocol/sentence';
import { understandLines } from '../engine/understanding/understand-lines';

/** Words that no language of ours, no format and no shape has. */
const secret = fc.stringMatching(/^[qxzjkvw]{3,9}$/);
const secretNumber = fc.stringMatching(/^7[3-9]{5,8}$/);
const secretWide = fc.stringMatching(/^[\u9f00-\u9f7f]{3,5}$/);
const word = fc.oneof(secret, secretNumber, secretWide);

const stamp = (i: number): string => `2026-06-12 09:41:${String(10 + (i % 50))}`;

/** A secret in every place a line has. */
const lines = fc.constantFrom<((i: number, ...words: string[]) => string)[]>(
  (i, a, b, c) => `${stamp(i)} ERROR [${a}] ${b}: ${c} ${a}`,
  (i, a, b, c) => `${a} ${stamp(i)} <${b}> ${c}=${a}`,
  (i, a, b, c) => JSON.stringify({ [a]: b, time: stamp(i), msg: c }),
  (_, a, b, c) => `${a}.${b}_${c} 【${a}】${b}`,
  (i, a, b, c) => `lvl=info ts="${stamp(i)}" ${a}=${b} ${c}="${a} ${b}"`,
  (_, a, b, c) => `Error: ${a} ${b}\x1b[31m${c}\x1b[0m</script>${a}`,
);

function printed(...[log, corrections, path]: Parameters<typeof understandLines>): string {
  const source = understandLines(log, corrections, path);
  const voice = { tell: sentenceText, palette: paletteFor({ isTTY: false }, {}), fit: unfitted };
  return [...shapesText(source, voice), shapesJson(source)].join('');
}

test('inspect --no-content prints no word of the log, of its name or of what was shown', () => {
  fc.assert(
    fc.property(
      fc.array(lines, { minLength: 1, maxLength: 4 }),
      fc.array(word, { minLength: 3, maxLength: 12 }),
      (writers, words) => {
        const at = (i: number): string => words[i % words.length];
        const log = Array.from({ length: 60 }, (_, i) =>
          writers[i % writers.length](i, at(i), at(i + 1), at(i + 2)),
        );
        const shown = [
          { role: 'id', place: { key: at(0) }, until: at(1) },
          { role: 'level', place: { key: at(1) }, until: '', words: { [at(2)]: 'error' } },
        ] as const;
        const text = printed(log, shown, `/${at(0)}/${at(1)}.log`);
        expect(words.filter((one) => text.includes(one))).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
