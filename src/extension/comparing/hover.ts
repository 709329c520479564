import * as vscode from 'vscode';
import type { ComparedReason } from '../../engine/model/comparison';
import { localise, localiseMarkdown } from '../shared/localise';
import { commandLink, escapeMarkdown } from '../shared/markdown';
import type { ComparedLog, ComparedLogs } from './compared-logs';
import { type Difference, differencesOf, isOfLog, markedKinds, spanNow } from './differences';
import { comparedText, placeOfLine } from './place';
import { groups } from './tree-items';

const revealLine = 'oddline.revealLine';

/** Says of a marked line why it is marked, with links into the good log. */
export function registerComparisonHover(compared: ComparedLogs, isEnabled: () => boolean): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', {
    provideHover({ uri }, { line }) {
      if (!isEnabled()) return undefined;
      const log = compared.get(uri);
      const difference = log && differenceAt(log, line + 1);
      return log && difference && hoverOf(log, difference);
    },
  });
}

function differenceAt(log: ComparedLog, line: number): Difference | undefined {
  return markedKinds
    .flatMap((kind) => differencesOf(log.report, kind))
    .find((difference) => {
      const span = isOfLog(log.report, difference.source) ? spanNow(log, difference) : undefined;
      return span !== undefined && span.line <= line && line <= span.endLine;
    });
}

function hoverOf(log: ComparedLog, { kind, reasons }: Difference): vscode.Hover {
  const title = `**${escapeMarkdown(localise(groups[kind].name))}** · ${escapeMarkdown(comparedText(log))}`;
  const body = new vscode.MarkdownString(
    [title, reasons.map((reason) => reasonMarkdown(reason, log)).join('\n')].join('\n\n'),
  );
  body.isTrusted = { enabledCommands: [revealLine] };
  return new vscode.Hover(body);
}

function reasonMarkdown({ message, evidence }: ComparedReason, log: ComparedLog): string {
  const notes = evidence.map(({ source, line, note }) => {
    const place = placeOfLine(log, source, line);
    const name = localise({ pattern: 'line {0}', values: [line] });
    const link = place ? commandLink(name, revealLine, place) : escapeMarkdown(name);
    return `  - ${localiseMarkdown(note)} (${link})`;
  });
  return [`- ${localiseMarkdown(message)}`, ...notes].join('\n');
}
