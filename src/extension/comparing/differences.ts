import type { Severity } from '../../engine/model/finding';
import type { ComparisonReport } from '../../protocol/analysis';
import type { ComparedLog } from './compared-logs';

export type DifferenceKind = keyof ComparisonReport['totals'];

/** In the order they are shown: what counts first. */
export const differenceKinds: readonly DifferenceKind[] = [
  'new',
  'shifted',
  'vanished',
  'alsoNew',
  'reordered',
];

/** Kinds whose lines are marked; the others are told and are no findings. */
export const markedKinds = ['new', 'shifted', 'vanished'] as const;
export type MarkedKind = (typeof markedKinds)[number];

type Report = ComparisonReport;

/** One row, one mark: where it is and what it says. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Index of its source; 0 is the log itself. */
  readonly source: number;
  readonly line: number;
  readonly endLine: number;
  /** The line to go to. */
  readonly tellingLine: number;
  readonly message: string;
  readonly excerpt: string;
  /** Of findings alone. */
  readonly severity: Severity | undefined;
  readonly reasons: Report['findings'][number]['reasons'];
  /** Records of its template in its log; undefined where it is none of a template. */
  readonly count: number | undefined;
}

/** Of what is no finding and needs no reason. */
const told = { severity: undefined, reasons: [] };

const made = new WeakMap<Report, Map<DifferenceKind, readonly Difference[]>>();

/** In order of line. Made once: marks ask while one scrolls. */
export function differencesOf(report: Report, kind: DifferenceKind): readonly Difference[] {
  const byKind = made.get(report) ?? new Map<DifferenceKind, readonly Difference[]>();
  made.set(report, byKind);
  const known = byKind.get(kind) ?? makeDifferences(report, kind);
  byKind.set(kind, known);
  return known;
}

function makeDifferences(report: Report, kind: DifferenceKind): Difference[] {
  switch (kind) {
    case 'new':
    case 'shifted':
      return report.findings
        .filter((finding) => finding.kind === kind)
        .map((finding) => ({ ...finding, kind, count: undefined }));
    case 'vanished':
      return report.vanished.map((one) => ({ ...one, kind, tellingLine: one.line, severity: undefined }));
    case 'alsoNew':
      return report.alsoNew.map((one) => ({ ...one, ...told, kind, tellingLine: one.line }));
    case 'reordered':
      return report.reordered.map(({ badSource, badLine, message, excerpt }) => ({
        kind,
        source: badSource,
        line: badLine,
        endLine: badLine,
        tellingLine: badLine,
        message,
        excerpt,
        ...told,
        count: undefined,
      }));
  }
}

/** Lines of the log follow its edits, those of a good log are as they were compared. */
export function spanNow(
  { report, lines }: ComparedLog,
  { source, line, endLine }: Difference,
): { readonly line: number; readonly endLine: number } | undefined {
  if (!isOfLog(report, source)) return { line, endLine };
  const by = lines.moved(line, endLine);
  return by === undefined ? undefined : { line: line + by, endLine: endLine + by };
}

/** An earlier window of a log is a source of its own, and its lines are the log's. */
export function isOfLog({ sources }: Report, source: number): boolean {
  return source === 0 || sources[source].path === sources[0].path;
}
