import type { Evidence } from '../../engine/model/finding';
import type { LineNumber } from '../../engine/model/units';
import type { ReportedFinding } from '../../protocol/analysis';

/** One change of a document, in the lines and characters before it; 0-based, as VS Code tells them. */
export interface LineEdit {
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly insertedLineEnds: number;
  /** `lines`: the inserted text ends with a line end. */
  readonly inserts: 'nothing' | 'lines' | 'part of a line';
}

export interface TextChange {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly text: string;
}

export function lineEdit({ range, text }: TextChange): LineEdit {
  const wholeLines = text.endsWith('\n') || text.endsWith('\r');
  return {
    startLine: range.start.line,
    startCharacter: range.start.character,
    endLine: range.end.line,
    endCharacter: range.end.character,
    insertedLineEnds: text.match(/\r\n|\r|\n/g)?.length ?? 0,
    inserts: text === '' ? 'nothing' : wholeLines ? 'lines' : 'part of a line',
  };
}

/** The end of a document after a change: a log that only grew had text put in there, and nothing taken away. */
export function isAppended(
  change: TextChange,
  after: { readonly lineCount: number; readonly lastLineLength: number },
): boolean {
  const { start, end } = change.range;
  if (start.line !== end.line || start.character !== end.character) return false;
  const lines = change.text.split(/\r\n|\r|\n/);
  const last = lines[lines.length - 1].length + (lines.length === 1 ? start.character : 0);
  return start.line + lines.length === after.lineCount && last === after.lastLineLength;
}

/**
 * Findings that follow the text while it is edited: those on touched lines are dropped, later ones move.
 * Edits of one event never overlap; they are applied from the bottom up, so that each one's lines still are
 * those it was told in. The same array comes back when nothing changed, as for most key strokes.
 * `log` is the source the edited text is: evidence in a baseline stays where it is.
 */
export function shiftFindings(
  findings: readonly ReportedFinding[],
  edits: readonly LineEdit[],
  log = 0,
): readonly ReportedFinding[] {
  const bottomUp = [...edits].sort(
    (a, b) => b.startLine - a.startLine || b.startCharacter - a.startCharacter,
  );
  const shifted = findings.flatMap((finding) => shiftFinding(finding, bottomUp, log) ?? []);
  const same = shifted.length === findings.length && shifted.every((finding, i) => finding === findings[i]);
  return same ? findings : shifted;
}

function shiftFinding(
  finding: ReportedFinding,
  bottomUp: readonly LineEdit[],
  log: number,
): ReportedFinding | undefined {
  if (finding.source !== log) return finding;
  const moved = shiftLines(finding.line, finding.endLine, bottomUp);
  if (!moved) return undefined;
  const reasons = finding.reasons.map((reason) => {
    const evidence = shiftEvidence(reason.evidence, bottomUp, log);
    return evidence === reason.evidence ? reason : { ...reason, evidence };
  });
  if (moved.by === 0 && reasons.every((reason, i) => reason === finding.reasons[i])) return finding;
  return { ...finding, line: moved.line, endLine: (finding.endLine + moved.by) as LineNumber, reasons };
}

function shiftEvidence(
  evidence: readonly Evidence[],
  bottomUp: readonly LineEdit[],
  log: number,
): readonly Evidence[] {
  const shifted = evidence.flatMap((one) => {
    if (one.source !== log) return [one];
    const moved = shiftLines(one.line, one.line, bottomUp);
    if (!moved) return [];
    return [moved.by === 0 ? one : { ...one, line: moved.line }];
  });
  const same = shifted.length === evidence.length && shifted.every((one, i) => one === evidence[i]);
  return same ? evidence : shifted;
}

/** Where the lines are after the edits and by how many they moved, or undefined when an edit touched one of them. */
function shiftLines(
  line: number,
  endLine: number,
  bottomUp: readonly LineEdit[],
): { readonly line: LineNumber; readonly by: number } | undefined {
  let by = 0;
  for (const edit of bottomUp) {
    if (edit.startLine > endLine - 1) continue;
    if (!endsBefore(edit, line - 1)) return undefined;
    by += edit.insertedLineEnds - (edit.endLine - edit.startLine);
  }
  return { line: (line + by) as LineNumber, by };
}

/** Whether the edit leaves `line` (0-based) whole: it ends above, or at its very start with whole lines put in or taken out. */
function endsBefore(edit: LineEdit, line: number): boolean {
  if (edit.endLine < line) return true;
  return edit.endLine === line && edit.endCharacter === 0 && keepsLineStart(edit);
}

function keepsLineStart(edit: LineEdit): boolean {
  return edit.inserts === 'lines' || (edit.inserts === 'nothing' && edit.startCharacter === 0);
}
