import type { FormatCorrection, FormatGesture, NotLearned } from '../formats/corrections/format-correction';
import { learnCorrection } from '../formats/corrections/learn-correction';
import type { RecordTable } from '../model/record-table';
import type { ByteOffset, LineIndex, SourceIndex } from '../model/units';
import { type CutLine, linesFrom } from '../records/line-texts';
import type { SourceTexts } from '../records/source-texts';
import type { UnderstoodSource } from './understand';

export interface TeachableSource extends UnderstoodSource {
  textsOf(lines: readonly CutLine[]): Uint8Array[];
}

/** Lines a correction is learned from: the first, where the format was decided, and some of the rest, spread evenly. */
const firstLines = 1000;
const furtherLines = 500;
const mostBytes = 4 << 20;

/** What a gesture in a line of the source teaches, or why it teaches nothing. Throws what the host throws when it reads. */
export function learnFormat(
  gesture: FormatGesture,
  index: SourceIndex,
  source: TeachableSource,
  records: RecordTable,
  texts: SourceTexts,
): FormatCorrection | NotLearned {
  const inside = insideOf(gesture, source);
  if (inside === undefined) {
    const values = [source.formatName.split(' › ')[0]];
    return {
      pattern:
        'The selection lies in what {0} wraps every line in, and that is understood. Select behind it.',
      values,
    };
  }
  return learnCorrection(
    inside,
    source.textsOf(linesToLearnFrom(index, source, records, texts)),
    source.context,
  );
}

/** The gesture in what is wrapped, where anything is; undefined where it lies outside. */
function insideOf(gesture: FormatGesture, source: TeachableSource): FormatGesture | undefined {
  if (!source.formatName.includes(' › ')) return gesture;
  const line = { bytes: new TextEncoder().encode(gesture.text), offset: 0 as ByteOffset };
  const [inside] = source.textsOf([line]);
  const text = new TextDecoder().decode(inside);
  const at = text === '' ? -1 : gesture.text.lastIndexOf(text);
  if (at < 0 || gesture.start < at || gesture.end > at + text.length) return undefined;
  return { ...gesture, text, start: gesture.start - at, end: gesture.end - at };
}

function linesToLearnFrom(
  index: SourceIndex,
  source: UnderstoodSource,
  records: RecordTable,
  texts: SourceTexts,
): CutLine[] {
  const { firstLine, lines } = records.sources[index];
  const first = Math.min(lines, firstLines);
  const further = Math.min(lines - first, furtherLines);
  const found: CutLine[] = [];
  let bytes = 0;
  for (let i = 0; i < first + further && bytes < mostBytes; i++) {
    const line = i < first ? i : first + Math.floor(((i - first) * (lines - first)) / further);
    const [cut] = linesFrom(records, (firstLine + line) as LineIndex, source, texts);
    found.push({ bytes: new Uint8Array(cut.bytes), offset: cut.offset });
    bytes += cut.bytes.length;
  }
  return found;
}
