import type { ByteOffset } from '../../model/units';
import type { CutLine } from '../../records/line-texts';
import { unstyledLine, withoutControls } from './shown-line';

/** What cutting a prefix needs of the reader of a source. */
export interface TextsOfLines {
  /** Lines as the source's format sees them: without what a collector put around them. */
  textsOf(lines: readonly CutLine[]): Uint8Array[];
}

export interface PrefixedLine {
  /** Without ANSI sequences and control characters. */
  readonly plain: string;
  /** Nothing but ANSI sequences was taken out. */
  readonly isWhole: boolean;
  /** UTF-16 code units that a collector put before the line's own text; 0 where it wraps the line in another way. */
  readonly prefix: number;
}

/** Tells what a collector (a CI runner, the journal, Kubernetes) put before each of some lines. */
export function prefixedLines(reader: TextsOfLines, lines: readonly Uint8Array[]): PrefixedLine[] {
  const texts = reader.textsOf(lines.map((bytes) => ({ bytes, offset: 0 as ByteOffset })));
  const alike = texts.length === lines.length;
  return lines.map((bytes, i) => {
    const unstyled = unstyledLine(bytes);
    const plain = withoutControls(unstyled);
    const prefix = alike ? prefixOf(plain, withoutControls(unstyledLine(texts[i]))) : 0;
    return { plain, isWhole: plain.length === unstyled.length, prefix };
  });
}

function prefixOf(plain: string, text: string): number {
  return plain.endsWith(text) ? plain.length - text.length : 0;
}
