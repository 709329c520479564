import * as vscode from 'vscode';

const scheme = 'oddline-evaluation';
const mostKept = 20;

/** Results as documents in Markdown, which VS Code shows; they live as long as the window. */
export class Evaluations implements vscode.TextDocumentContentProvider, vscode.Disposable {
  /** By path of the uri, the oldest first. */
  private readonly texts = new Map<string, string>();
  private count = 0;
  private readonly registered = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  async show(title: string, markdown: string): Promise<void> {
    this.count++;
    const name = title.replace(/[\\/\p{Cc}]+/gu, '-').slice(0, 80);
    const uri = vscode.Uri.from({ scheme, path: `/${this.count}/${name}.md` });
    this.texts.set(uri.path, markdown);
    if (this.texts.size > mostKept) this.texts.delete([...this.texts.keys()][0]);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.texts.get(path) ?? vscode.l10n.t('This evaluation is gone. Evaluate the model again.');
  }

  dispose(): void {
    this.registered.dispose();
  }
}
