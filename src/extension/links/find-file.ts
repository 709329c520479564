import * as vscode from 'vscode';
import { isOnOtherMachine } from '../../node/files/other-machine';
import { workspaceFiles } from '../shared/workspace-files';
import { endingAlike, isAbsolute } from './path-suffixes';

/** Files of one name that are looked through. */
const mostFiles = 2000;

/**
 * The files a path in a log may mean: the one it names, from the workspace's folders or the log's; where there is none, those of the
 * workspace that end most like it.
 */
export async function filesMeant(path: string, log: vscode.Uri): Promise<readonly vscode.Uri[]> {
  if (isOnOtherMachine(path)) return [];
  const named = isAbsolute(path) ? [plain(path)] : relativeTo(bases(log), path);
  const there = await Promise.all(named.map(async (uri) => ((await isFile(uri)) ? [uri] : [])));
  const exact = unique(there.flat());
  return exact.length > 0 ? exact : alike(path);
}

/** Without `..`, which would lead out of a folder by a path that begins with it. */
function plain(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.file(path), '.');
}

async function alike(path: string): Promise<readonly vscode.Uri[]> {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const files = await workspaceFiles({ name }, mostFiles);
  const paths = new Set(
    endingAlike(
      files.map((file) => file.path),
      path,
    ),
  );
  return files.filter((file) => paths.has(file.path));
}

/** The workspace's folders first: a log often lies in one of them. */
function bases(log: vscode.Uri): readonly vscode.Uri[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  return log.scheme === 'file' ? [...folders, vscode.Uri.joinPath(log, '..')] : folders;
}

function relativeTo(folders: readonly vscode.Uri[], path: string): readonly vscode.Uri[] {
  return folders.map((folder) => vscode.Uri.joinPath(folder, path.replaceAll('\\', '/')));
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

function unique(uris: readonly vscode.Uri[]): readonly vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}
