import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { viewPage } from './view-page';

export interface ShownPage {
  readonly extensionUri: vscode.Uri;
  /** Of its script and its styles in dist/webview. */
  readonly name: string;
  readonly title: string;
  readonly drawsPictures?: boolean;
}

/** Loads one of our pages into a webview, which can reach nothing but them. */
export function showPage(webview: vscode.Webview, { extensionUri, name, ...shown }: ShownPage): void {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const file = (ending: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, `${name}.${ending}`));
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.html = viewPage({
    ...shown,
    cspSource: webview.cspSource,
    script: file('js'),
    style: file('css'),
    nonce: randomUUID().replaceAll('-', ''),
    language: vscode.env.language,
  });
}
