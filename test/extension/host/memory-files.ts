import * as vscode from 'vscode';

interface MemoryFile {
  readonly bytes: Uint8Array;
  size: number;
}

/** A file system of files that lie nowhere; read-only, one level deep. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly files = new Map<string, MemoryFile>();
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  set(uri: vscode.Uri, text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.files.set(uri.path, { bytes, size: bytes.length });
  }

  /** What `stat` says from now on. */
  pretendSize(uri: vscode.Uri, size: number): void {
    this.file(uri).size = size;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 1, mtime: 1, size: this.file(uri).size };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.file(uri).bytes;
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;

  private file(uri: vscode.Uri): MemoryFile {
    const file = this.files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }
}

function refuse(uri: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(uri);
}
