import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listLength, ScalarControls, stretchBytes } from '../../../src/engine/text/controls';
import { VectorMemory } from '../../../src/engine/text/vector-memory';

const memory = new VectorMemory();

/** The specification in another way. */
function controlsOf(bytes: Uint8Array, from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, i) => from + i).filter((at) => bytes[at] < 0x20);
}

function scalar(bytes: Uint8Array, from: number, end: number): number[] {
  const finder = new ScalarControls(bytes, new Int32Array(listLength));
  return [...finder.list.subarray(0, finder.find(from, end))];
}

function vectors(bytes: Uint8Array, from: number, end: number): number[] {
  expect(memory.take(bytes)).toBe(bytes.length);
  memory.usedUp();
  return [...memory.list.subarray(0, memory.find(from, end))].filter((at) => at < end);
}

const byte = fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(0, 9, 10, 13, 27, 31, 32, 127, 128, 255));
const bytes = fc.uint8Array({ maxLength: 200 });
const mostlyEdges = fc.array(byte, { maxLength: 200 }).map((values) => Uint8Array.from(values));

describe('bytes below a blank', () => {
  test.each([
    ['by words', scalar],
    ['by vectors', vectors],
  ])('are found %s', (_, find) => {
    fc.assert(
      fc.property(fc.oneof(bytes, mostlyEdges), fc.nat({ max: 200 }), fc.nat({ max: 200 }), (text, a, b) => {
        const [from, end] = [a, b].map((at) => Math.min(at, text.length)).sort((x, y) => x - y);
        expect(find(text, from, end)).toEqual(controlsOf(text, from, end));
      }),
    );
  });

  test.each([
    ['by words', scalar],
    ['by vectors', vectors],
  ])('may be all of a stretch, %s', (_, find) => {
    expect(find(new Uint8Array(stretchBytes), 0, stretchBytes)).toHaveLength(stretchBytes);
  });
});

test('what is put into the memory of vectors stays until it is used up', () => {
  expect(memory.take(Uint8Array.of(1, 2, 3))).toBe(3);
  expect(memory.take(Uint8Array.of(9))).toBe(0);
  expect([...memory.bytes.subarray(0, 3)]).toEqual([1, 2, 3]);
  memory.usedUp();
  expect(memory.take(Uint8Array.of(9))).toBe(1);
  memory.usedUp();
});

test('no more is put in than there is room for', () => {
  const length = memory.take(new Uint8Array(1 << 20));
  memory.usedUp();
  expect(length).toBeLessThan(1 << 20);
  expect(length % stretchBytes).toBe(0);
});
