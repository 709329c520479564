import assert from 'node:assert/strict';
import type { ByteOffset, LineIndex } from '../../../src/engine/model/units';
import type { WrappedText, Wrapper } from '../../../src/engine/wrappers/wrapper';
import { wrapperTable } from '../../../src/engine/wrappers/wrapper-table';
import { referenceSeconds } from '../../properties/outcome';
import { anyLog } from '../../properties/random-log';
import type { FuzzTarget } from './target';

const context = { referenceSeconds };

function checkText({ bytes, start, end, nanos }: WrappedText): void {
  assert.ok(start >= 0 && start <= end && end <= bytes.length, `text ${start} to ${end} of ${bytes.length}`);
  assert.ok(nanos >= 0 && nanos < 1e9, `${nanos} ns`);
}

/** A wrapper that was not recognised takes lines all the same: beyond the head nobody looks again. */
function unwrapAll(wrapper: Wrapper, lines: readonly Uint8Array[]): void {
  let last = -1;
  const unwrapper = wrapper.open((text, line) => {
    checkText(text);
    assert.ok(line > last && line < lines.length, `line ${line} behind ${last}`);
    last = line;
  }, context);
  let offset = 0;
  for (const [i, line] of lines.entries()) {
    unwrapper.line(line, 0, line.length, i as LineIndex, offset as ByteOffset);
    wrapper.fields(line, 0, line.length);
    offset += line.length + 1;
  }
  unwrapper.end();
}

export const wrappers: FuzzTarget = {
  name: 'any lines in each wrapper',
  input: anyLog,
  holds({ bytes }) {
    const lines = Buffer.from(bytes)
      .toString('latin1')
      .split('\n')
      .map((line) => Buffer.from(line, 'latin1'));
    for (const wrapper of wrapperTable) {
      wrapper.recognises(lines, context);
      unwrapAll(wrapper, lines);
    }
  },
};
