import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTypedKeys } from '../../../webview/big-log/typed-keys';

/** As much of an element as the page asks of what a key was pressed in. */
class FakeElement extends EventTarget {
  constructor(private readonly name: string) {
    super();
  }

  matches(selectors: string): boolean {
    return selectors.split(', ').includes(this.name);
  }
}

beforeEach(() => vi.stubGlobal('Element', FakeElement));
afterEach(() => vi.unstubAllGlobals());

/** Whether a key goes further than the page. */
function goesOn(within: string, key: string, chord: { readonly ctrlKey?: boolean } = {}): boolean {
  const page = new EventTarget();
  keepTypedKeys(page);
  const event = new Event('keydown');
  const stopPropagation = vi.fn();
  Object.assign(event, { key, ctrlKey: false, metaKey: false, altKey: false, ...chord, stopPropagation });
  Object.defineProperty(event, 'target', { value: new FakeElement(within) });
  page.dispatchEvent(event);
  return stopPropagation.mock.calls.length === 0;
}

test.each([
  ['a letter in a field is for the field', 'input', 'y', {}, false],
  ['so is what steers it', 'input', 'Escape', {}, false],
  ['a letter on a row is for VS Code', 'div', 'y', {}, true],
  ['chords are for VS Code everywhere', 'input', 'f', { ctrlKey: true }, true],
  ['so are F keys', 'textarea', 'F1', {}, true],
] as const)('%s', (_, within, key, chord, expected) => {
  expect(goesOn(within, key, chord)).toBe(expected);
});
