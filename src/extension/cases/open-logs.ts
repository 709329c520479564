import * as vscode from 'vscode';
import { activeUri, uriOfTab } from '../shared/active-uri';
import { isLog } from '../shared/log-documents';

/** Logs that have a tab, each once; the one in front first. */
export function openLogUris(): readonly vscode.Uri[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const uris = [activeUri(), ...tabs.map(uriOfTab)].flatMap((uri) => (uri && isLog(uri) ? [uri] : []));
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}
