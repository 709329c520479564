import type { ComparedFinding, ComparedReason, Comparison } from '../../engine/model/comparison';
import type { SourceIndex } from '../../engine/model/units';
import { sentenceText } from '../../protocol/sentence';
import { jsonList, schema } from './json';

export interface ComparisonDocument {
  readonly comparison: Comparison;
  /** By source index, as the command line names them: the bad log, then the good ones. */
  readonly paths: readonly string[];
  /** In order of line. */
  readonly findings: readonly ComparedFinding[];
}

/** The bad log, and the good one that lines of good logs stand in unless they name another. */
const badSource = 0 as SourceIndex;
const firstGood = 1 as SourceIndex;

/** The document of `oddline compare --format json`, in pieces; docs/cli.md is its contract. Messages are English. */
export function* comparisonJson({ comparison, paths, findings }: ComparisonDocument): Generator<string> {
  const { vanished, reordered, alsoNew, sides, templates, notJudged } = comparison;
  yield `{"schema":${schema},\n"sources":`;
  yield* jsonList(paths, (path, index) => ({ path, role: index === badSource ? 'bad' : 'good' }));
  yield ',\n"notJudged":';
  yield* jsonList(notJudged, (sentence) => sentenceText(sentence));
  yield `,\n"findingsTotal":${comparison.findings.length},\n"findings":`;
  yield* jsonList(findings, ({ source: _, reasons, ...finding }) => ({
    ...finding,
    reasons: reasonsJson(reasons),
  }));
  yield ',\n"vanished":';
  yield* jsonList(vanished, ({ source: _, reasons, ...template }) => ({
    ...template,
    reasons: reasonsJson(reasons),
  }));
  yield ',\n"reordered":';
  yield* jsonList(reordered, ({ templateId, goodLine, badLine }) => ({ templateId, goodLine, badLine }));
  yield ',\n"alsoNew":';
  yield* jsonList(alsoNew, ({ source: _, ...template }) => template);
  yield ',\n"sides":';
  yield* jsonList(sides, (side) => side);
  yield ',\n"templates":';
  yield* jsonList(templates, (template) => template);
  yield '}\n';
}

function reasonsJson(reasons: readonly ComparedReason[]) {
  return reasons.map(({ message, evidence }) => {
    const said = { message: sentenceText(message) };
    if (evidence.length === 0) return said;
    return {
      ...said,
      evidence: evidence.map(({ source, line, note }) => ({
        good: source - firstGood,
        line,
        note: sentenceText(note),
      })),
    };
  });
}
