import type { Contrast } from '../../engine/contrast/contrast';
import type { TemplateSummary } from '../../engine/model/analysis';
import type { Evidence, Finding, Reason, Repeats } from '../../engine/model/finding';
import type { FinishedAnalysis } from '../../node/analyse-logs';
import { findingsTotal } from '../../protocol/overview';
import { sentenceText } from '../../protocol/sentence';
import { contrastJson } from './contrast-text';
import { driftJson } from './drift-text';
import { incidentJson } from './incident-json';
import { jsonList, schema } from './json';

export interface AnalysisDocument {
  readonly finished: FinishedAnalysis;
  /** By source index, as the command line names them. */
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
  /** The highest scores whatever the threshold, highest first, where they were asked for. */
  readonly strangest: readonly Finding[] | undefined;
  /** Where a part of the logs was asked about. */
  readonly contrast: Contrast | undefined;
}

/** The document of `oddline analyze --format json`, in pieces; docs/cli.md is its contract. Messages are English. */
export function* analysisJson(document: AnalysisDocument): Generator<string> {
  const { finished, paths, findings, strangest, contrast } = document;
  const { analysis } = finished;
  yield `{"schema":${schema},\n"verdict":${JSON.stringify(analysis.verdict)},\n"threshold":${analysis.threshold},\n"sources":`;
  yield* jsonList(
    analysis.sources,
    ({ lines, role, format, encoding, timed, unfit, zone, notes }, index) => ({
      path: paths[index],
      lines,
      role,
      format,
      encoding,
      timed,
      unfit,
      zone,
      notes: notes.map((note) => sentenceText(note)),
    }),
  );
  yield `,\n"stats":${JSON.stringify(statsOf(finished))},\n"notJudged":`;
  yield* jsonList(analysis.overview.notJudged, (sentence) => sentenceText(sentence));
  yield `,\n"drift":${JSON.stringify(driftJson(analysis.drift))},\n"templates":`;
  yield* jsonList(analysis.templates, templateJson);
  yield ',\n"incidents":';
  yield* jsonList(analysis.incidents, incidentJson);
  yield `,\n"findingsTotal":${findingsTotal(analysis)},\n"findings":`;
  yield* jsonList(findings, findingJson);
  if (strangest) {
    yield ',\n"strangest":';
    yield* jsonList(strangest, findingJson);
  }
  if (contrast) yield `,\n"contrast":${JSON.stringify(contrastJson(contrast, finished))}`;
  yield '}\n';
}

export function templateJson({
  id,
  name,
  pattern,
  count,
  level,
  source,
  firstLine,
  lastSource,
  lastLine,
}: TemplateSummary) {
  return { id, name, pattern, count, level, source, firstLine, lastSource, lastLine };
}

function statsOf({ analysis, seconds }: FinishedAnalysis) {
  const { bytes, lines, records, templates } = analysis.overview;
  return { bytes, lines, records, templates, seconds: Math.round(seconds * 1000) / 1000 };
}

function findingJson(finding: Finding) {
  const { id, source, line, endLine, time, level, severity, score, templateId, repeats, reasons } = finding;
  const { category, hint } = finding;
  return {
    id,
    source,
    line,
    endLine,
    time,
    level,
    severity,
    score,
    templateId,
    repeats: repeatsJson(repeats, finding),
    category,
    hint: hint === null ? null : sentenceText(hint),
    reasons: reasons.map((reason) => reasonJson(reason, finding)),
  };
}

function reasonJson({ detector, message, evidence }: Reason, finding: Finding) {
  const said = { detector, message: sentenceText(message) };
  return evidence.length === 0
    ? said
    : { ...said, evidence: evidence.map((item) => evidenceJson(item, finding)) };
}

/** `source` only where the last of them stands in another file than the finding. */
function repeatsJson({ count, source, line, time }: Repeats, finding: Finding) {
  return source === finding.source ? { count, line, time } : { count, source, line, time };
}

/** `source` only where the evidence stands in another file than the finding. */
function evidenceJson({ source, line, note }: Evidence, finding: Finding) {
  const place = source === finding.source ? { line } : { source, line };
  return { ...place, note: sentenceText(note) };
}
