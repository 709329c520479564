import * as vscode from 'vscode';
import { linksOf } from '../../protocol/line-links';
import { twinOf } from '../shared/text-view-uri';

export const followCommand = 'oddline.followLink';

/** Travels as JSON in a link; the text alone says where to. */
export interface LinkArgument {
  /** `uri.toString()` of the log. */
  readonly uri: string;
  /** Of the link, as it stands in the line. */
  readonly text: string;
}

/** VS Code keeps all links of a document, and walks them at each edit. */
const mostLinks = 10_000;

/** The extension host does nothing else meanwhile; VS Code has other work in between. */
const longestStretchMs = 10;

/**
 * Links of a log's text. Web addresses are left to VS Code, which finds them by itself and asks before it opens one. Beyond the first
 * 10,000 links of a file the command of the palette follows that of the caret's line.
 */
export class LogLinks implements vscode.DocumentLinkProvider {
  constructor(private readonly isLog: (uri: vscode.Uri) => boolean) {}

  async provideDocumentLinks(
    document: vscode.TextDocument,
    cancellation: vscode.CancellationToken,
  ): Promise<vscode.DocumentLink[]> {
    const links: vscode.DocumentLink[] = [];
    if (!this.isLog(twinOf(document.uri))) return links;
    const { version } = document;
    let pausedAt = performance.now();
    for (let line = 0; line < document.lineCount && links.length < mostLinks; line++) {
      links.push(...linksOfLine(document, line));
      if (performance.now() - pausedAt < longestStretchMs) continue;
      await new Promise((resolve) => setImmediate(resolve));
      pausedAt = performance.now();
      if (cancellation.isCancellationRequested || document.version !== version) return [];
    }
    return links;
  }
}

function linksOfLine(document: vscode.TextDocument, line: number): vscode.DocumentLink[] {
  const { text } = document.lineAt(line);
  return linksOf(text).flatMap(({ start, length, target }) => {
    if (target.kind === 'url') return [];
    const argument: LinkArgument = {
      uri: twinOf(document.uri).toString(),
      text: text.slice(start, start + length),
    };
    const encoded = encodeURIComponent(JSON.stringify(argument));
    const range = new vscode.Range(line, start, line, start + length);
    const link = new vscode.DocumentLink(range, vscode.Uri.parse(`command:${followCommand}?${encoded}`));
    link.tooltip = vscode.l10n.t('Open the file');
    return [link];
  });
}

export function isLinkArgument(value: unknown): value is LinkArgument {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, text } = value as Partial<Record<keyof LinkArgument, unknown>>;
  return typeof uri === 'string' && typeof text === 'string';
}
