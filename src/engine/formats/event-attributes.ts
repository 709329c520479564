import type { Field } from './format';

const decoder = new TextDecoder();

/** What stands before an attribute's name: a blank, a tab, a pipe, LEEF 2's caret. */
const delimiters = new Set([0x20, 0x09, 0x7c, 0x5e]);

/** Where the value of the first attribute `name` (with its `=`) begins, or -1. */
export function attributeStart(bytes: Uint8Array, start: number, end: number, name: Uint8Array): number {
  for (let i = start; i + name.length <= end; i++) {
    if (!delimiters.has(bytes[i - 1]) || !isAt(bytes, i, name)) continue;
    return i + name.length;
  }
  return -1;
}

function isAt(bytes: Uint8Array, pos: number, text: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[pos + i] !== text[i]) return false;
  return true;
}

/** `name=` at a text's or an attribute's beginning; a value may hold blanks and escaped equals signs. */
const attribute = /(?:^|[\s|^])([\w.[\]-]+)=/g;

/** The attributes of CEF and LEEF in a message as fields: a value goes up to the next name. */
export function attributeFields(bytes: Uint8Array, start: number, end: number): Field[] {
  const text = decoder.decode(bytes.subarray(start, end));
  const names = [...text.matchAll(attribute)];
  return names.map((match, i) => {
    const from = match.index + match[0].length;
    const value = text.slice(from, names[i + 1]?.index ?? text.length);
    return { name: match[1], value: value.trim().replace(/\\([=\\|])/g, '$1') };
  });
}
