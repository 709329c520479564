import { byShape } from '../../protocol/line-shape';
import { grouped } from '../../protocol/sentence';
import type {
  ColouredLine,
  FormatCorrection,
  ShownLine,
  SourceUnderstanding,
} from '../../protocol/understanding';
import { understandingText, understandingWarnings } from '../../protocol/understanding-status';
import { countSentences, learnedText, shownRole, wholeFormat } from '../../protocol/understanding-text';
import type { Voice } from './finding-text';
import { joined } from './joined';

const lineWidth = 9;
/** Lines of one shape; more of them show the same. */
const mostOfShape = 5;

/** What `oddline inspect` says to people. */
export function* inspectText(source: SourceUnderstanding, voice: Voice): Generator<string> {
  const { palette, tell } = voice;
  const values = [palette.strong(source.path), understandingText(wholeFormat(source), tell)];
  yield `${tell({ pattern: '{0}: {1}', values })}\n`;
  yield* countLines(source, voice);
  for (const correction of source.corrections) yield `${correctionText(correction, voice)}\n`;
  for (const [shape, lines] of byShape(source.samples)) {
    yield `\n${palette.faint(shape)}\n`;
    for (const line of lines.slice(0, mostOfShape)) yield numbered(line, coloured(line, voice));
  }
  yield* listed(source.unfitLines, tell({ pattern: 'First lines that fit no record:', values: [] }));
  yield* listed(source.timelessLines, tell({ pattern: 'First records without a time:', values: [] }));
}

/** Numbers, encoding and warnings: nothing of the log's content. */
export function* countLines(source: SourceUnderstanding, { palette, tell }: Voice): Generator<string> {
  const parts = countSentences(source).map((part) => tell(part));
  yield `${joined(parts, tell)}\n`;
  for (const warning of understandingWarnings(source)) yield `${palette.severity.medium(tell(warning))}\n`;
}

function correctionText(correction: FormatCorrection, { tell }: Voice): string {
  const values = [tell(shownRole(correction.role)), learnedText(correction)];
  return tell({ pattern: 'Shown: {0}, {1}', values });
}

function* listed(lines: readonly ShownLine[], title: string): Generator<string> {
  if (lines.length === 0) return;
  yield `\n${title}\n`;
  for (const line of lines) yield numbered(line, line.text);
}

function numbered({ line }: ShownLine, text: string): string {
  return `${grouped(line).padStart(lineWidth)}  ${text}\n`;
}

function coloured({ text, columns }: ColouredLine, { palette }: Voice): string {
  let painted = '';
  let at = 0;
  for (const { role, start, end } of columns) {
    painted += text.slice(at, start) + palette.column[role](text.slice(start, end));
    at = end;
  }
  return painted + text.slice(at);
}
