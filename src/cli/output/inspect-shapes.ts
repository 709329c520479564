import { byShape } from '../../protocol/line-shape';
import type { ShownLine, SourceUnderstanding } from '../../protocol/understanding';
import { understandingText } from '../../protocol/understanding-status';
import { shownRole, wholeFormat } from '../../protocol/understanding-text';
import type { Voice } from './finding-text';
import { countLines } from './inspect-text';
import { schema } from './json';

interface CountedShape {
  readonly shape: string;
  readonly count: number;
}

/** Shapes of lines, the commonest first; of equal ones the earlier. */
function shapesOf(lines: readonly ShownLine[]): CountedShape[] {
  return [...byShape(lines)]
    .map(([shape, group]) => ({ shape, count: group.length }))
    .sort((a, b) => b.count - a.count);
}

/** What `inspect --no-content` prints: nothing of the log's text, its file's name or what was shown of it. */
export function* shapesText(source: SourceUnderstanding, voice: Voice): Generator<string> {
  const { tell } = voice;
  yield `${understandingText(wholeFormat(source), tell)}\n`;
  yield* countLines(source, voice);
  for (const correction of source.corrections) {
    yield `${tell({ pattern: 'Shown: {0}', values: [tell(shownRole(correction.role))] })}\n`;
  }
  yield* listed(source.samples, tell({ pattern: 'Lines look like:', values: [] }));
  yield* listed(source.unfitLines, tell({ pattern: 'Lines that fit no record look like:', values: [] }));
  yield* listed(source.timelessLines, tell({ pattern: 'Records without a time look like:', values: [] }));
}

function* listed(lines: readonly ShownLine[], title: string): Generator<string> {
  if (lines.length === 0) return;
  yield `\n${title}\n`;
  for (const { shape, count } of shapesOf(lines)) yield `${String(count).padStart(5)}  ${shape}\n`;
}

/** The document of `inspect --no-content --format json`. */
export function shapesJson(source: SourceUnderstanding): string {
  const { format, wrapper, encoding, lines, records, timed, unfit, zone, corrections } = source;
  return `${JSON.stringify({
    schema,
    ...{ format, wrapper, encoding, lines, records, timed, unfit, zone },
    corrections: corrections.map(({ role }) => ({ role })),
    samples: shapesOf(source.samples),
    unfitLines: shapesOf(source.unfitLines),
    timelessLines: shapesOf(source.timelessLines),
  })}\n`;
}

/** The document of `inspect --format json`; docs/cli.md is its contract. */
export function inspectJson({ source: _, ...understanding }: SourceUnderstanding, path: string): string {
  return `${JSON.stringify({ schema, ...understanding, path })}\n`;
}
