import type { ReadContext } from '../formats/format';
import { newHeader } from '../formats/header';
import type { LogReader } from '../formats/log-reader';
import { recogniseFormats } from '../formats/recognise';
import type { ByteOffset } from '../model/units';
import { type Assembly, LinePart } from '../tables/assembly';
import { recogniseAssembly } from '../tables/recognise-assembly';
import { JoinedLines } from './joined-lines';
import { JoinedRows } from './joined-rows';
import type { RecordSink } from './line-rows';

/** Messages of a format we know are most of a column, or none. */
const outspoken = 0.5;

/** Rows of a source whose first lines are of a format that spans lines by its syntax; undefined of any other. */
export function joinedRowsFor(
  head: readonly Uint8Array[],
  sink: RecordSink,
  context: ReadContext,
): JoinedRows | undefined {
  const assembly = recogniseAssembly(head, context);
  if (assembly === undefined) return undefined;
  return new JoinedRows(sink, assembly, readerInside(assembly, head, context), context);
}

function readerInside(
  assembly: Assembly,
  head: readonly Uint8Array[],
  context: ReadContext,
): LogReader | undefined {
  if (!assembly.hasMessages) return undefined;
  const reader = recogniseFormats(messagesOf(assembly.fork(context), head), context);
  return reader.name !== 'text' && reader.share >= outspoken ? reader : undefined;
}

function messagesOf(assembly: Assembly, head: readonly Uint8Array[]): Uint8Array[] {
  const messages: Uint8Array[] = [];
  const lines = new JoinedLines();
  const header = newHeader();
  const close = () => {
    if (lines.length === 0) return;
    const text = assembly.read(lines.bytes, 0, lines.length, header);
    messages.push(text.slice(header.messageStart, header.messageEnd));
    lines.clear();
  };
  for (const [i, line] of head.entries()) {
    const part = assembly.take(line, 0, line.length, i as ByteOffset);
    if (part === LinePart.aside || part === LinePart.trails) continue;
    if (part === LinePart.whole || part === LinePart.begins) close();
    lines.add(line, 0, line.length);
    if (part === LinePart.whole || part === LinePart.ends) close();
  }
  return messages;
}
