import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexBlockBytes, lineStartsIn } from '../../../src/engine/text/line-index';
import { SourceText } from '../../../src/node/lines/source-text';
import { type LinePosition, ViewText } from '../../../src/node/lines/view-text';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
let files = 0;

/** Its first `blocks` blocks are indexed, all where there are fewer. */
function sourceOf(text: string, blocks: number): SourceText {
  const path = join(folder, `${files++}.log`);
  const bytes = Buffer.from(text);
  writeFileSync(path, bytes);
  const source = new SourceText({ path, descriptor: openSync(path, 'r'), textStart: 0 });
  source.grow(bytes.length);
  source.complete = true;
  const counted = Math.min(blocks, Math.ceil(bytes.length / indexBlockBytes));
  const lineEnds = Array.from({ length: counted }, (_, block) => {
    const rest = bytes.subarray(block * indexBlockBytes);
    return lineStartsIn(rest, Math.min(indexBlockBytes, rest.length)).length;
  });
  source.takeIndex(0, lineEnds, Math.min(counted * indexBlockBytes, bytes.length));
  return source;
}

type Start = readonly [source: number, offset: number];

/** Where each line begins. */
function startsOf(texts: readonly string[]): Start[] {
  return texts.flatMap((text, source) => {
    const bytes = Buffer.from(text);
    const starts = [0, ...lineStartsIn(bytes, bytes.length)];
    return starts.filter((start) => start < bytes.length).map((start): Start => [source, start]);
  });
}

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('\n', '\r\n', '\r', 'x', 'door\n', '中\n'),
      fc.integer({ min: 65_500, max: 65_560 }).map((length) => 'y'.repeat(length)),
      fc.integer({ min: 1, max: 20_000 }).map((lines) => 'row\r\n'.repeat(lines)),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));

function lineOfByte(texts: readonly string[], starts: readonly Start[], byte: number): number {
  const sizes = texts.map((one) => Buffer.byteLength(one));
  const before = (source: number) => sizes.slice(0, source).reduce((sum, size) => sum + size, 0);
  return starts.findLastIndex(([source, offset]) => before(source) + offset <= byte);
}

function expectLine(position: LinePosition | undefined, starts: readonly Start[], line: number): void {
  const start: Start | undefined = starts[line];
  expect(position && [position.source, position.offset]).toEqual(start);
  if (start === undefined || !position?.exact) return;
  const first = starts.findIndex(([source]) => source === start[0]);
  expect([position.line, position.lineInSource]).toEqual([line, line - first]);
}

describe('a text that is indexed in part', () => {
  it('has its lines at the same places, and only true numbers are called exact', () => {
    const hold = (texts: string[], blocks: number[], share: number) => {
      const view = new ViewText();
      texts.forEach((one, i) => {
        view.sources.push(sourceOf(one, blocks[i]));
      });
      const starts = startsOf(texts);
      const byte = Math.floor(share * view.bytes);
      const at = view.positionOfByte(byte);
      const line = lineOfByte(texts, starts, byte);
      const numbered = view.positionOfLine(line);
      expectLine(at, starts, line);
      if (numbered?.exact) expectLine(numbered, starts, line);
      let [next, previous] = [at, at];
      for (let i = 1; i < 4; i++) {
        next = next && view.next(next);
        previous = previous && view.previous(previous);
        expectLine(next, starts, line + i);
        expectLine(previous, starts, line - i);
      }
    };
    const blocks = fc.array(fc.nat(6), { minLength: 3, maxLength: 3 });
    const texts = fc.array(text, { minLength: 1, maxLength: 3 });
    const share = fc.double({ min: 0, max: 0.999_999, noNaN: true });
    fc.assert(fc.property(texts, blocks, share, hold), { numRuns: 40 });
  });

  it('estimates what is left by the lines it knows', () => {
    const view = new ViewText();
    view.sources.push(sourceOf('123456\n'.repeat(100_000), 3));
    expect(view.lines).toBe(Math.floor((3 * indexBlockBytes) / 7));
    expect(Math.abs(view.estimatedLines - 100_000)).toBeLessThan(10);
    const position = view.positionOfLine(70_000);
    expect(position).toMatchObject({ line: 70_000, exact: false });
    expect(Math.abs((position?.offset ?? 0) / 7 - 70_000)).toBeLessThan(10);
    expect(view.positionOfLine(200_000)).toBeUndefined();
  });
});
