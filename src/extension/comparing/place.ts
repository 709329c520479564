import * as vscode from 'vscode';
import type { LineArgument } from '../shared/finding-argument';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import type { ComparedLog } from './compared-logs';
import { type Difference, isOfLog, spanNow } from './differences';

/** VS Code shows no lines of these. */
const packed = /\.(?:gz|zst|bz2|xz)$/i;

/** Where a line of a source is; undefined where it was edited since, or lies in a packed log. */
export function placeOfLine(log: ComparedLog, source: number, line: number): LineArgument | undefined {
  if (isOfLog(log.report, source)) {
    const now = log.lines.lineNow(line);
    return now === undefined ? undefined : { uri: log.uri.toString(), line: now };
  }
  const { path } = log.report.sources[source];
  return packed.test(path) ? undefined : { uri: vscode.Uri.file(path).toString(), line };
}

/** `line 64`, `lines 64–67`; of another log with its name before. */
export function placeText(log: ComparedLog, difference: Difference): string {
  const { line, endLine } = spanNow(log, difference) ?? difference;
  const lines =
    line === endLine
      ? localise({ pattern: 'line {0}', values: [line] })
      : localise({ pattern: 'lines {0}–{1}', values: [line, endLine] });
  if (isOfLog(log.report, difference.source)) return lines;
  return `${logName(log.report.sources[difference.source])} ${lines}`;
}

/** What was compared with what, short: it stands in the title of the view. */
export function comparedText({ uri, good, report }: ComparedLog): string {
  const [part, ...goods] = report.sources;
  const name = logName(uri);
  if (good.kind === 'window') {
    const [later, earlier] = [part, goods[0]].map(({ firstLine, lastLine }) => `${firstLine}–${lastLine}`);
    return vscode.l10n.t('{0}: lines {1} vs {2}', name, later, earlier);
  }
  const others =
    goods.length === 1 ? logName(goods[0]) : localise({ pattern: '{0} good logs', values: [goods.length] });
  return vscode.l10n.t('{0} vs {1}', name, others);
}
