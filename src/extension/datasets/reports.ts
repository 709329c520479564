import * as vscode from 'vscode';
import type { DatasetReport } from '../../engine/dataset/check/dataset-report';
import { formatNumber, localise } from '../shared/localise';
import { type ReportText, reportText } from './report-text';

const scheme = 'oddline-dataset-report';
const mostReports = 20;

/** What was found in data sets, as documents whose places lead to the lines they name. */
export class DatasetReports
  implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider, vscode.Disposable
{
  /** By path of the uri, the oldest first. */
  private readonly reports = new Map<string, ReportText>();
  private count = 0;
  private readonly registered = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, this),
    vscode.languages.registerDocumentLinkProvider({ scheme }, this),
  );

  async show(report: DatasetReport): Promise<void> {
    const title = vscode.l10n.t('Check of {0}', nameOf(report));
    this.count++;
    const uri = vscode.Uri.from({ scheme, path: `/${this.count}/${title.replaceAll('/', '-')}` });
    const name = (path: string) => vscode.workspace.asRelativePath(path);
    this.reports.set(uri.path, reportText(report, { tell: localise, number: formatNumber, name }));
    if (this.reports.size > mostReports) this.reports.delete([...this.reports.keys()][0]);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.reports.get(path)?.text ?? vscode.l10n.t('This report is gone. Validate the data set again.');
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    const { links = [] } = this.reports.get(uri.path) ?? {};
    return links.map(({ line, start, end, path, target }) => {
      const file = vscode.Uri.file(path);
      const place = target === null ? file : file.with({ fragment: `L${target}` });
      return new vscode.DocumentLink(new vscode.Range(line, start, line, end), place);
    });
  }

  dispose(): void {
    this.registered.dispose();
  }
}

/** The folder of several files, else the file. */
function nameOf({ files }: DatasetReport): string {
  const [first] = files;
  const parts = (first?.name ?? '').split(/[\\/]/);
  return (files.length > 1 ? parts.at(-2) : parts.at(-1)) ?? '';
}
