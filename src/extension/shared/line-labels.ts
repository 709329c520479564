import type * as vscode from 'vscode';
import type { LabelVerdict } from '../../engine/labels/label';
import type { LineNumber } from '../../engine/model/units';
import type { LabelWords } from '../../protocol/big-log';
import type { ViewLine } from '../../protocol/log-lines';
import type { AnalysedLog, LogQuestions } from './analyses';

/** What labels say, in words: who keeps them tells it to who shows lines. */
export interface LineLabels {
  /** Of the label at that place of `log.labels`; undefined while what was read is not what the log is judged by. */
  wordsOf(log: AnalysedLog, given: number): LabelWords | undefined;
  /** Words may be others now. */
  readonly onDidChange: vscode.Event<void>;
}

/**
 * What holds for the record that begins in each of the lines, which count from 1 through all files; null where nothing does, where none
 * begins, where the line was edited, and where the worker has ended.
 */
export async function verdictsOfLines(
  { labels, lineNow }: Pick<AnalysedLog, 'labels' | 'lineNow'>,
  questions: Pick<LogQuestions, 'labelsOfLines' | 'factsOfLines'>,
  lines: readonly LineNumber[],
): Promise<readonly (LabelVerdict | null)[]> {
  const asked = labels.length === 0 ? [] : lines.filter((line) => lineNow(line) === line);
  if (asked.length === 0) return lines.map(() => null);
  const [given, facts] = await Promise.all([
    questions.labelsOfLines({ lines: asked }),
    questions.factsOfLines(asked.map((line) => (line - 1) as ViewLine)),
  ]).catch(() => [[], []]);
  const verdicts = new Map<LineNumber, LabelVerdict>();
  for (const [at, index] of given.entries()) {
    const label = index === null ? undefined : labels.at(index);
    if (label && facts[at]?.first === asked[at] - 1) verdicts.set(asked[at], label.verdict);
  }
  return lines.map((line) => verdicts.get(line) ?? null);
}
