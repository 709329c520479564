import * as vscode from 'vscode';
import type { LogInput, SingleLogInput } from '../../protocol/analysis';
import { InputError } from '../../protocol/input-error';
import { openDocument } from './active-uri';
import { configuredEncoding, type LogFiles } from './log-files';
import { isGathered, remoteScheme } from './log-uri';
import { piecesOfDocument, piecesOfText } from './text-pieces';

export interface LogToRead<Input extends LogInput = LogInput> {
  readonly input: Input;
  readonly text: AsyncIterable<string> | undefined;
}

/** VS Code makes no document of more either, and the whole of it passes through the extension host. */
const maxVirtualMegabytes = 50;

/** As `readSingleLog`; a log of several files is left to the worker too. */
export async function readLog(uri: vscode.Uri, files: LogFiles): Promise<LogToRead> {
  const several = isGathered(uri) ? await files.of(uri) : files.rotated(uri);
  if (!several) return readSingleLog(uri);
  const [file] = several;
  // One file of text that grows: its worker can read on behind what it read.
  if (uri.scheme === remoteScheme)
    return { input: { kind: 'file', path: file.path, encoding: 'utf8' }, text: undefined };
  return { input: { kind: 'files', files: several }, text: undefined };
}

/** Of one file. A clean one on disk is left to the worker; else the text VS Code has is what the user sees, so that is judged. */
export async function readSingleLog(uri: vscode.Uri): Promise<LogToRead<SingleLogInput>> {
  const document = openDocument(uri);
  if (uri.scheme === 'file' && !document?.isDirty) {
    const encoding = document?.encoding ?? configuredEncoding(uri);
    return { input: { kind: 'file', path: uri.fsPath, encoding }, text: undefined };
  }
  return { input: { kind: 'text', name: uri.path }, text: piecesOfOpenText(uri) };
}

/** The text VS Code has of it, or can have. */
export function piecesOfOpenText(uri: vscode.Uri): AsyncIterable<string> {
  const document = openDocument(uri);
  return document ? piecesOfDocument(readable(document)) : piecesOfVirtualFile(uri);
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
