import { unnamed } from '../field-spans';
import type { Field, FormatVariant } from '../format';
import { newHeader, resetHeader } from '../header';
import { compileLayout, type OwnElements } from './compile';

/** Reads further fields from a record's message. */
export type MessageFields = (bytes: Uint8Array, start: number, end: number) => Field[];

const decoder = new TextDecoder();

/** Fields hold no times, so any reference does. */
const context = { referenceSeconds: 4_102_444_800 };

/** The named pieces of a layout that a line fills, in its order, then what the message holds. Compiled on first use. */
export function layoutFields(
  layout: string,
  own: OwnElements | undefined,
  messageFields: MessageFields | undefined,
): FormatVariant['fields'] {
  if (!layout.includes('=') && messageFields === undefined) return undefined;
  let read: ((bytes: Uint8Array, start: number, end: number) => Field[]) | undefined;
  return (bytes, start, end) => {
    read ??= compileFields(layout, own, messageFields);
    return read(bytes, start, end);
  };
}

/** The named pieces of a layout by where they stand. Compiled on first use. */
export function layoutSpans(layout: string, own: OwnElements | undefined): Pick<FormatVariant, 'eachField'> {
  if (!layout.includes('=')) return {};
  let read: NonNullable<FormatVariant['eachField']> | undefined;
  const eachField: FormatVariant['eachField'] = (...args) => {
    read ??= compileSpans(layout, own);
    read(...args);
  };
  return { eachField };
}

function compileSpans(layout: string, own?: OwnElements): NonNullable<FormatVariant['eachField']> {
  const found: (readonly [name: string, start: number, end: number])[] = [];
  const match = compileLayout(layout, own, (...span) => found.push(span));
  const header = newHeader();
  return (bytes, start, end, names, hear) => {
    found.length = 0;
    resetHeader(header, bytes, start, end);
    if (match(bytes, start, header.messageEnd, header, context) < 0) return;
    for (const [word, from, to] of found) {
      const name = names.idOfName(word);
      if (name !== unnamed && to > from) hear(name, from, to);
    }
  };
}

/** The named pieces of a layout that a text fills. */
export function compileFields(
  layout: string,
  own?: OwnElements,
  messageFields: MessageFields = () => [],
): MessageFields {
  const found = new Map<string, readonly [start: number, end: number]>();
  const match = compileLayout(layout, own, (name, start, end) => found.set(name, [start, end]));
  const header = newHeader();
  return (bytes, start, end) => {
    found.clear();
    resetHeader(header, bytes, start, end);
    if (match(bytes, start, header.messageEnd, header, context) < 0) return [];
    const named = [...found].map(([name, range]) => ({
      name,
      value: decoder.decode(bytes.subarray(...range)),
    }));
    return [...named, ...messageFields(bytes, header.messageStart, header.messageEnd)];
  };
}
