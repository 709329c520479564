import * as vscode from 'vscode';
import type { SingleLogInput } from '../../protocol/analysis';
import { InputError } from '../../protocol/input-error';
import { openDocument } from './active-uri';
import { piecesOfDocument, piecesOfText } from './text-pieces';

export interface LogToRead {
  readonly input: SingleLogInput;
  readonly text: AsyncIterable<string> | undefined;
}

/** VS Code makes no document of more either, and the whole of it passes through the extension host. */
const maxVirtualMegabytes = 50;

/** A clean file on disk is left to the worker; else the text VS Code has is what the user sees, so that is judged. */
export async function readLog(uri: vscode.Uri): Promise<LogToRead> {
  const document = openDocument(uri);
  if (uri.scheme === 'file' && !document?.isDirty) {
    const encoding = document?.encoding ?? configuredEncoding(uri);
    return { input: { kind: 'file', path: uri.fsPath, encoding }, text: undefined };
  }
  const input: SingleLogInput = { kind: 'text', name: uri.path };
  if (document) return { input, text: piecesOfDocument(readable(document)) };
  return { input, text: piecesOfVirtualFile(uri) };
}

function configuredEncoding(uri: vscode.Uri): string {
  return vscode.workspace.getConfiguration('files', uri).get('encoding', 'utf8');
}

function readable(document: vscode.TextDocument) {
  return {
    get version() {
      return document.version;
    },
    get lineCount() {
      return document.lineCount;
    },
    textOfLines: (first: number, end: number) => document.getText(new vscode.Range(first, 0, end, 0)),
  };
}

async function* piecesOfVirtualFile(uri: vscode.Uri): AsyncGenerator<string> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > maxVirtualMegabytes * 1e6) throw tooLarge(uri, size);
  const bytes = await vscode.workspace.fs.readFile(uri);
  yield* piecesOfText(await vscode.workspace.decode(bytes, { uri }));
}

function tooLarge(uri: vscode.Uri, size: number): InputError {
  return new InputError({
    code: 'virtual-too-large',
    sentence: {
      pattern:
        '{0} has {1} MB, and of a file that is not on disk at most {2} MB are read. Download it and open the copy.',
      values: [uri.path, Math.ceil(size / 1e6), maxVirtualMegabytes],
    },
  });
}
