import { byShape } from '../../protocol/line-shape';
import { counted, grouped } from '../../protocol/sentence';
import type {
  ColouredLine,
  FormatCorrection,
  ShownLine,
  SourceUnderstanding,
} from '../../protocol/understanding';
import { understandingText, understandingWarnings } from '../../protocol/understanding-status';
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

/** A source as the status line takes it: what wraps it is part of its name. */
export function wholeFormat(source: SourceUnderstanding): SourceUnderstanding {
  return source.wrapper === null ? source : { ...source, format: `${source.wrapper} › ${source.format}` };
}

/** Numbers, encoding and warnings: nothing of the log's content. */
export function* countLines(source: SourceUnderstanding, { palette, tell }: Voice): Generator<string> {
  const parts = [
    tell(counted(source.lines, '1 line', '{0} lines')),
    tell(counted(source.records, '1 record', '{0} records')),
    tell({ pattern: '{0} with a time', values: [grouped(source.timed)] }),
    tell(counted(source.unfit, '1 line fits no record', '{0} lines fit no record')),
    tell({ pattern: 'encoding {0}', values: [source.encoding] }),
  ];
  yield `${joined(parts, tell)}\n`;
  for (const warning of understandingWarnings(source)) yield `${palette.severity.medium(tell(warning))}\n`;
}

function correctionText(correction: FormatCorrection, { tell }: Voice): string {
  const values = [roleText(correction, { tell }), correctedTo(correction)];
  return tell({ pattern: 'Shown: {0}, {1}', values });
}

export function roleText({ role }: FormatCorrection, { tell }: Pick<Voice, 'tell'>): string {
  if (role === 'time') return tell({ pattern: 'the time stamp', values: [] });
  if (role === 'level') return tell({ pattern: 'the level', values: [] });
  if (role === 'id') return tell({ pattern: 'an id', values: [] });
  return tell({ pattern: 'the start of a record', values: [] });
}

/** As the store writes it, so that a person finds the line. */
function correctedTo(correction: FormatCorrection): string {
  if (correction.role === 'time') return correction.stamp;
  if (correction.role === 'recordStart') return correction.shape;
  return JSON.stringify(correction.place);
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
