import type * as vscode from 'vscode';
import type { Port } from '../../protocol/rpc';

/** What is posted while a view is hidden is lost: it asks `ready` when it comes back. */
export function webviewPort(webview: vscode.Webview): Port {
  return {
    post: (message) => void webview.postMessage(message),
    onMessage: (listener) => void webview.onDidReceiveMessage(listener),
  };
}
