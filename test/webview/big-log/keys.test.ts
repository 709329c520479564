import { describe, expect, test } from 'vitest';
import { type KeyPress, moveOfKey } from '../../../webview/big-log/scroller/keys';
import { pixelsOfWheel, type WheelMove } from '../../../webview/big-log/scroller/wheel';

const press = (text: string): KeyPress => ({
  key: text.split('+').at(-1) ?? '',
  ctrlKey: text.includes('Ctrl+'),
  metaKey: text.includes('Cmd+'),
  altKey: text.includes('Alt+'),
});

describe('keys that move', () => {
  test.each([
    ['ArrowDown', { kind: 'rows', by: 1 }],
    ['PageUp', { kind: 'rows', by: -29 }],
    ['Home', { kind: 'column', to: 0 }],
    ['End', { kind: 'column', to: Infinity }],
    ['Ctrl+Home', { kind: 'row', to: 0 }],
    ['Ctrl+End', { kind: 'row', to: Infinity }],
    ['Ctrl+ArrowLeft', { kind: 'words', by: -1 }],
    ['Ctrl+ArrowDown', { kind: 'scroll', by: 1 }],
    ['Alt+PageDown', { kind: 'scroll', by: 30 }],
    ['Cmd+ArrowDown', { kind: 'row', to: Infinity }],
    ['a', null],
    ['Ctrl+f', null],
    ['Ctrl+Alt+ArrowDown', null],
  ])('%s', (text, move) => {
    expect(moveOfKey(press(text), 30)).toEqual(move);
  });
});

describe('a turn of the wheel', () => {
  const turn = (move: Partial<WheelMove>): WheelMove => ({
    deltaX: 0,
    deltaY: 0,
    deltaMode: 0,
    shiftKey: false,
    altKey: false,
    ...move,
  });
  test.each([
    ['in pixels', turn({ deltaY: 53 }), { x: 0, y: 53 }],
    ['in lines', turn({ deltaY: 3, deltaMode: 1 }), { x: 0, y: 60 }],
    ['in pages', turn({ deltaY: 1, deltaMode: 2 }), { x: 0, y: 600 }],
    ['sideways with Shift', turn({ deltaY: 53, shiftKey: true }), { x: 53, y: 0 }],
    ['faster with Alt', turn({ deltaY: 10, altKey: true }), { x: 0, y: 50 }],
  ])('%s', (_what, move, pixels) => {
    expect(pixelsOfWheel(move, 20, 600)).toEqual(pixels);
  });
});
