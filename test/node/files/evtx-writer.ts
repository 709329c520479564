/**
 * Writes small event logs as Windows does ([MS-EVEN6] 2.2.12, binary XML; file and chunk headers as the format's public
 * descriptions give them): one template a chunk, values put into it.
 */

export interface WrittenEvent {
  readonly id: number;
  readonly level: number;
  /** ISO 8601, to the millisecond. */
  readonly time: string;
  readonly shelf: string;
}

const u16 = (value: number): Buffer => Buffer.from(Uint16Array.of(value).buffer);
const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
const u64 = (value: bigint | number): Buffer => Buffer.from(BigUint64Array.of(BigInt(value)).buffer);
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const token = { end: 0, open: 1, closeStart: 2, closeEmpty: 3, endElement: 4, value: 5, attribute: 6 };
const more = 0x40;

const literal = (text: string): Buffer =>
  Buffer.concat([Buffer.of(token.value, 1), u16(text.length), utf16(text)]);
const substitution = (index: number, type: number): Buffer =>
  Buffer.concat([Buffer.of(0x0d), u16(index), Buffer.of(type)]);

interface Element {
  readonly name: string;
  readonly attributes?: readonly (readonly [string, Buffer])[];
  readonly children?: readonly (Element | Buffer)[];
}

const type = { text: 1, byte: 4, word: 6, time: 0x11 };

const template: Element = {
  name: 'Event',
  attributes: [['xmlns', literal('http://example/event')]],
  children: [
    {
      name: 'System',
      children: [
        { name: 'Provider', attributes: [['Name', literal('Depot')]] },
        { name: 'EventID', children: [substitution(0, type.word)] },
        { name: 'Level', children: [substitution(1, type.byte)] },
        { name: 'TimeCreated', attributes: [['SystemTime', substitution(2, type.time)]] },
      ],
    },
    {
      name: 'EventData',
      children: [
        { name: 'Data', attributes: [['Name', literal('shelf')]], children: [substitution(3, type.text)] },
      ],
    },
  ],
};

/** Binary XML at an offset of its chunk; remembers where names stand, for the chunk's table of them. */
class XmlWriter {
  readonly names: number[] = [];

  element({ name, attributes = [], children = [] }: Element, at: number): Buffer {
    const parts = [this.name(name, at + 7)];
    const here = () => at + 7 + parts.reduce((sum, part) => sum + part.length, 0);
    if (attributes.length > 0) parts.push(this.attributes(attributes, here()));
    parts.push(Buffer.of(children.length > 0 ? token.closeStart : token.closeEmpty));
    for (const child of children) parts.push('name' in child ? this.element(child, here()) : child);
    if (children.length > 0) parts.push(Buffer.of(token.endElement));
    const inner = Buffer.concat(parts);
    const open = attributes.length > 0 ? token.open | more : token.open;
    return Buffer.concat([Buffer.of(open), u16(0xffff), u32(inner.length), inner]);
  }

  private attributes(attributes: readonly (readonly [string, Buffer])[], at: number): Buffer {
    let list = Buffer.alloc(0);
    for (const [i, [name, value]] of attributes.entries()) {
      const kind = i + 1 < attributes.length ? token.attribute | more : token.attribute;
      const start = at + 4 + list.length + 1;
      list = Buffer.concat([list, Buffer.of(kind), this.name(name, start), value]);
    }
    return Buffer.concat([u32(list.length), list]);
  }

  /** Its offset, the next of its table (filled in later), a hash nobody checks, its length and itself. */
  private name(text: string, at: number): Buffer {
    this.names.push(at + 4);
    return Buffer.concat([u32(at + 4), u32(0), u16(0), u16(text.length), utf16(`${text}\0`)]);
  }
}

const chunkBytes = 65_536;
const firstRecordAt = 512;
const recordHeaderBytes = 24;
const fragment = Buffer.of(0x0f, 1, 1, 0);

function fileTime(time: string): bigint {
  return (BigInt(Date.parse(time)) + 11_644_473_600_000n) * 10_000n;
}

function chunkOf(events: readonly WrittenEvent[]): Buffer {
  const chunk = Buffer.alloc(chunkBytes);
  const xml = new XmlWriter();
  const templateAt = firstRecordAt + recordHeaderBytes + fragment.length + 10;
  const body = Buffer.concat([
    fragment,
    xml.element(template, templateAt + 24 + fragment.length),
    Buffer.of(token.end),
  ]);
  const definition = Buffer.concat([u32(0), Buffer.alloc(16, 1), u32(body.length), body]);
  let at = firstRecordAt;
  let last = at;
  for (const [i, event] of events.entries()) {
    const values: readonly (readonly [number, Buffer])[] = [
      [type.word, u16(event.id)],
      [type.byte, Buffer.of(event.level)],
      [type.time, u64(fileTime(event.time))],
      [type.text, utf16(event.shelf)],
    ];
    const content = Buffer.concat([
      fragment,
      Buffer.of(0x0c, 1),
      u32(0x01010101),
      u32(templateAt),
      ...(i === 0 ? [definition] : []),
      u32(values.length),
      ...values.map(([kind, value]) => Buffer.concat([u16(value.length), Buffer.of(kind, 0)])),
      ...values.map(([, value]) => value),
      Buffer.of(token.end),
    ]);
    const size = recordHeaderBytes + content.length + 4;
    Buffer.concat([
      Buffer.of(0x2a, 0x2a, 0, 0),
      u32(size),
      u64(i + 1),
      u64(fileTime(event.time)),
      content,
      u32(size),
    ]).copy(chunk, at);
    last = at;
    at += size;
  }
  chunk.write('ElfChnk\0', 0, 'latin1');
  Buffer.concat([u64(1), u64(events.length), u64(1), u64(events.length), u32(128), u32(last), u32(at)]).copy(
    chunk,
    8,
  );
  for (const [i, name] of xml.names.entries()) u32(xml.names[i + 1] ?? 0).copy(chunk, name);
  u32(xml.names[0]).copy(chunk, 0x80);
  u32(templateAt).copy(chunk, 0x180);
  return chunk;
}

/** A log of one chunk for each list. */
export function eventLogOf(...chunks: readonly (readonly WrittenEvent[])[]): Buffer {
  const header = Buffer.alloc(4096);
  header.write('ElfFile\0', 0, 'latin1');
  return Buffer.concat([header, ...chunks.map(chunkOf)]);
}
