import type { ReadContext } from '../../engine/formats/format';
import { segmentReaderOf } from '../../engine/records/probing-segments';
import type { SegmentReader } from '../../engine/records/segment-reader';
import type { SegmentRows } from '../../engine/records/segment-rows';
import type { SourceStart } from '../../engine/records/source-reader';
import { chunksOf } from '../parallel/byte-span';
import type { DirectFile } from './readable-log';

/** A record with a time: where its first line begins in the file, whole seconds since the epoch, and nanoseconds. */
export interface TimedPlace {
  readonly offset: number;
  readonly seconds: number;
  readonly nanos: number;
}

/** Read at a place until a record with a time is among them: mostly the first will do. */
const stretches = [1 << 10, 32 << 10, 1 << 20];
/** From these the state that lines begin in is guessed, as threads that read segments do. */
const bytesBefore = 64 << 10;
const headPieceBytes = 256 << 10;
const lineFeed = 0x0a;
const nothing = new Uint8Array(0);

/** Reads times here and there in a file, by the format its head decides. */
export class TimeProbe {
  private constructor(
    private readonly file: DirectFile,
    private readonly reader: SegmentReader,
    /** The bytes that decided the format. */
    private readonly head: Uint8Array,
  ) {}

  /** Undefined of a file that can be read in order only: wrapped, a table, a clock that needs the lines before. */
  static of(file: DirectFile, context: ReadContext): TimeProbe | undefined {
    const pieces: Uint8Array[] = [];
    const reader = readerBy(keeping(headPieces(file), pieces), context);
    return reader && new TimeProbe(file, reader, new Uint8Array(Buffer.concat(pieces)));
  }

  /** The first record with a time whose line begins at `offset` or behind; undefined where none begins in the MiB there. */
  after(offset: number): TimedPlace | undefined {
    const { textStart, size } = this.file;
    const from = Math.max(textStart, offset - 1);
    for (const bytes of stretches) {
      const place = this.placesIn(from, Math.min(size, from + bytes)).next();
      if (!place.done) return place.value;
    }
    return undefined;
  }

  /** The last record with a time; undefined where none begins in the last MiB. */
  last(): TimedPlace | undefined {
    const { textStart, size } = this.file;
    for (const bytes of stretches) {
      const places = [...this.placesIn(Math.max(textStart, size - bytes), size)];
      if (places.length > 0) return places[places.length - 1];
    }
    return undefined;
  }

  /** What a session is given that begins at a line of the file. */
  startAt(offset: number): SourceStart {
    const { textStart, size } = this.file;
    const before = this.bytes(Math.max(textStart, offset - bytesBefore), offset);
    const behind = this.bytes(offset, Math.min(size, offset + stretches[0]));
    return { head: this.head, state: this.reader.read(before, [behind]).stateBefore };
  }

  private *placesIn(from: number, end: number): Generator<TimedPlace> {
    const bytes = this.bytes(from, end);
    const first = from === this.file.textStart ? 0 : bytes.indexOf(lineFeed) + 1;
    if (first === 0 && from > this.file.textStart) return;
    // Without a line end the last line would not be read.
    const last = end === this.file.size ? [Uint8Array.of(lineFeed)] : [];
    const { columns, records }: SegmentRows = this.reader.read(nothing, [bytes.subarray(first), ...last]);
    for (let i = 0; i < records; i++) {
      if (Number.isNaN(columns.seconds[i])) continue;
      const offset = from + first + columns.lineStart[columns.firstLine[i]];
      yield { offset, seconds: columns.seconds[i], nanos: columns.nanos[i] };
    }
  }

  private bytes(start: number, end: number): Uint8Array {
    const [bytes = nothing] = chunksOf(this.file.descriptor, { start, end }, new Uint8Array(end - start));
    return bytes;
  }
}

function readerBy(head: Iterable<Uint8Array>, context: ReadContext): SegmentReader | undefined {
  try {
    return segmentReaderOf(head, context);
  } catch {
    // It has no other reason to throw; reading all of the file will show what it is.
    return undefined;
  }
}

function headPieces({ descriptor, textStart, size }: DirectFile): Generator<Uint8Array> {
  return chunksOf(descriptor, { start: textStart, end: size }, new Uint8Array(headPieceBytes));
}

/** Also puts copies of those that were asked for into `kept`. */
function* keeping(pieces: Iterable<Uint8Array>, kept: Uint8Array[]): Generator<Uint8Array> {
  for (const piece of pieces) {
    kept.push(piece.slice());
    yield piece;
  }
}
