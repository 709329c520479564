import * as vscode from 'vscode';
import { AnalysisWorkerClient } from '../../node/worker/analysis-worker-client';
import { isGathered, mergedUris, remoteScheme, setScheme } from './log-uri';

/** A file of a log, as the threads that read it take it. */
export interface LogFile {
  readonly path: string;
  /** VS Code's name of it; undefined lets the first bytes decide. */
  readonly encoding: string | undefined;
}

/** Where the text of remote logs is kept. */
export interface RemoteFiles {
  /** Rejects with InputError. */
  pathOf(uri: vscode.Uri): Promise<string>;
  /** The reader wants it anew. */
  renew(uri: vscode.Uri): void;
}

export type FindRotated = (path: string) => Promise<readonly string[]>;

/**
 * Which files a log of several is made of. A rotated set is found again when its text is opened; whatever else asks meanwhile
 * (the analysis) is told the same files, so that both count the same lines.
 */
export class LogFiles {
  private readonly known = new Map<string, readonly LogFile[]>();

  constructor(
    private readonly findRotated: FindRotated,
    private readonly remote: RemoteFiles,
  ) {}

  /** Of one that is no log of several, its own file. Rejects with InputError. */
  async find(uri: vscode.Uri): Promise<readonly LogFile[]> {
    const files = await this.filesOf(uri);
    this.known.set(uri.toString(), files);
    return files;
  }

  /** As they were found last. */
  async of(uri: vscode.Uri): Promise<readonly LogFile[]> {
    return this.known.get(uri.toString()) ?? this.find(uri);
  }

  /** The next one to open it reads it from the beginning. */
  renew(uri: vscode.Uri): void {
    this.known.delete(uri.toString());
    this.remote.renew(uri);
  }

  /** A followed log that was rotated goes on in a further file: from now on it is all of these. */
  became(uri: vscode.Uri, paths: readonly string[]): void {
    const [{ encoding }] = this.known.get(uri.toString()) ?? [fileOf(uri)];
    this.known.set(
      uri.toString(),
      paths.map((path) => ({ path, encoding })),
    );
  }

  /** The files of a log that is one no longer; undefined of any other. */
  rotated(uri: vscode.Uri): readonly LogFile[] | undefined {
    const files = isGathered(uri) ? undefined : this.known.get(uri.toString());
    return files && files.length > 1 ? files : undefined;
  }

  private async filesOf(uri: vscode.Uri): Promise<readonly LogFile[]> {
    if (!isGathered(uri)) return [fileOf(uri)];
    if (uri.scheme === remoteScheme) return [{ path: await this.remote.pathOf(uri), encoding: 'utf8' }];
    if (uri.scheme === setScheme) {
      const paths = await this.findRotated(uri.with({ scheme: 'file' }).fsPath);
      return paths.map((path) => fileOf(vscode.Uri.file(path)));
    }
    // Together: of several remote logs none waits for another to begin.
    return (await Promise.all((mergedUris(uri) ?? []).map((source) => this.filesOf(source)))).flat();
  }
}

function fileOf(uri: vscode.Uri): LogFile {
  return { path: uri.fsPath, encoding: configuredEncoding(uri) };
}

/** What VS Code would open the file by. */
export function configuredEncoding(uri: vscode.Uri): string {
  return vscode.workspace.getConfiguration('files', uri).get('encoding', 'utf8');
}

/** The order of a set can hang on the times in it, which a thread of its own reads. */
export async function rotatedFilesOf(path: string, workerPath: string): Promise<readonly string[]> {
  const worker = new AnalysisWorkerClient({ workerPath });
  try {
    return await worker.rotatedFiles(path);
  } finally {
    worker.dispose();
  }
}
