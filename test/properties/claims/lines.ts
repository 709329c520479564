import assert from 'node:assert/strict';
import type { LineNumber } from '../../../src/engine/model/units';
import { decoded } from '../../engine/source-texts';
import { onlySource, sessionOf } from '../outcome';
import { same } from '../same';
import type { Claim } from './claim';

/** Lines with their ends as VS Code counts them; the empty one behind a final line end is none of ours. */
function linesOf(text: Uint8Array): readonly string[] {
  return (
    Buffer.from(text)
      .toString('latin1')
      .match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
  );
}

export const lines: Claim = {
  name: 'lines are VS Code’s: as many, and their offsets slice back to each of them',
  holds({ bytes }) {
    const text = decoded(bytes);
    const session = sessionOf([bytes]);
    const expected = linesOf(text);
    assert.equal([...session.templates.templatesOfLines(onlySource)].length, expected.length);
    const sliced = expected.map((_, i) => {
      const { start, end } = session.spanOf(onlySource, (i + 1) as LineNumber);
      return Buffer.from(text.subarray(start, end)).toString('latin1');
    });
    same(sliced, expected, 'lines');
  },
};
