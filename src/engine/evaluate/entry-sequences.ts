import type { Header } from '../formats/format';
import { newHeader, resetHeader } from '../formats/header';
import type { LogReader } from '../formats/log-reader';
import { recogniseFormats } from '../formats/recognise';
import type { SignatureId } from '../model/units';
import { TemplateMiner } from '../templates/template-miner';
import { stripAnsi } from '../text/ansi';
import { maxLineBytes } from '../text/line-splitter';

/** Entries looked at before it is decided how they are read, as of a log's lines. */
const headEntries = 1000;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
/** Times only have to be found, to be set aside. */
const context = { referenceSeconds: 0 };

/**
 * Sequences of log entries become sequences of template ids. Every entry is one event whatever it looks like; where entries have
 * headers (time, level, component) these are set aside as in a log.
 */
export class EntrySequences {
  private readonly miner = new TemplateMiner();
  private readonly encoder = new TextEncoder();
  private readonly header: Header = newHeader();
  private readonly sequences: Uint32Array[] = [];
  private head: Uint8Array[][] | undefined = [];
  private headSize = 0;
  private reader: LogReader | undefined;

  /** Log entries of one sequence, in their order. */
  add(entries: readonly string[]): void {
    const lines = entries.map((entry) => oneLine(this.encoder.encode(entry)));
    if (this.head === undefined) {
      this.sequences.push(this.signatures(lines));
      return;
    }
    this.head.push(lines);
    this.headSize += lines.length;
    if (this.headSize >= headEntries) this.decide(this.head);
  }

  /** Of every sequence, in the order they were added; to be asked when all were. */
  events(): Uint32Array[] {
    if (this.head !== undefined) this.decide(this.head);
    return this.sequences.map((signatures) =>
      signatures.map((signature) => this.miner.templateOf(signature as SignatureId)),
    );
  }

  private decide(head: readonly Uint8Array[][]): void {
    this.head = undefined;
    this.reader = recogniseFormats(head.flat().slice(0, headEntries), context).forFirstLine();
    for (const lines of head) this.sequences.push(this.signatures(lines));
  }

  private signatures(lines: readonly Uint8Array[]): Uint32Array {
    return Uint32Array.from(lines, (line) => this.signatureOf(line));
  }

  private signatureOf(line: Uint8Array): SignatureId {
    const { header, miner } = this;
    if (!this.reader?.read(line, 0, line.length, header)) resetHeader(header, line, 0, line.length);
    return miner.signatureOf(line, header.messageStart, header.messageEnd, header.salt);
  }
}

/** As a line of a log would be read: without line ends and ANSI sequences, and no more than its first 64 KiB. */
function oneLine(entry: Uint8Array): Uint8Array {
  const line = entry
    .subarray(0, maxLineBytes)
    .map((byte) => (byte === lineFeed || byte === carriageReturn ? blank : byte));
  const plain = new Uint8Array(line.length);
  const length = stripAnsi(line, 0, line.length, plain);
  return length < 0 ? line : plain.subarray(0, length);
}
