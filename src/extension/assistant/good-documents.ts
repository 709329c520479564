import * as vscode from 'vscode';
import type { LineNumber } from '../../engine/model/units';
import type { CitableDocument } from '../../node/assistant/investigation';
import { AnalysisWorkerClient } from '../../node/worker/analysis-worker-client';
import type { AnalyseRequest } from '../../protocol/analysis';
import type { GoodLog } from '../../protocol/assistant-log';
import type { Analyses } from '../shared/analyses';
import type { ComparedReports } from '../shared/compared-reports';
import { logName } from '../shared/log-name';

export interface GoodDocumentsParts {
  readonly analyses: Analyses & { requestOf(uri: vscode.Uri): AnalyseRequest | undefined };
  readonly compared: Pick<ComparedReports, 'get'>;
  /** The built `analysis-worker.js`. */
  readonly workerPath: string;
}

export interface GoodPlace {
  readonly uri: vscode.Uri;
  readonly line: LineNumber;
}

interface GoodDocument extends GoodLog {
  readonly name: string;
}

/** Logs an answer about one log may hold it against, and cite as `B`, `C` …: those it was compared with, and others that were analysed. */
export class GoodDocuments implements vscode.Disposable {
  private readonly known: GoodDocument[] = [];
  /** By document: it reads without judging, once a line of it is cited. */
  private readonly readers = new Map<string, Promise<AnalysisWorkerClient>>();

  constructor(private readonly parts: GoodDocumentsParts) {}

  of(uri: vscode.Uri): ReadonlyMap<string, GoodLog> {
    const found = [...this.compared(uri), ...this.analysed(uri)];
    return new Map(found.map((document) => [document.name, document]));
  }

  documents(uri: vscode.Uri): readonly CitableDocument[] {
    return [...this.of(uri)].map(([name, { document }]) => ({
      id: document,
      name,
      citedRecords: this.recordsFrom(document),
    }));
  }

  /** Undefined of a letter that stands for nothing in this window. */
  recordsOf(document: string, uri: vscode.Uri): CitableDocument['citedRecords'] | undefined {
    this.of(uri);
    return this.known.some((one) => one.document === document) ? this.recordsFrom(document) : undefined;
  }

  /** Where a line of a document stands: the file, and its line there. Undefined of what is no document. Rejects where it cannot be read. */
  async placeOf(document: string, line: LineNumber): Promise<GoodPlace | undefined> {
    const paths = this.known.find((one) => one.document === document)?.paths ?? [];
    if (paths.length === 0) return undefined;
    if (paths.length === 1) return { uri: vscode.Uri.file(paths[0]), line };
    const [record] = await (await this.reader(document)).citedRecords([line]);
    if (!record?.file) return undefined;
    const { file, firstLine } = record;
    return { uri: vscode.Uri.file(paths[file.source]), line: (file.line + line - firstLine) as LineNumber };
  }

  dispose(): void {
    for (const reader of this.readers.values())
      void reader.then((one) => one.dispose()).catch(() => undefined);
  }

  private recordsFrom(document: string): CitableDocument['citedRecords'] {
    return async (lines) => (await this.reader(document)).citedRecords(lines);
  }

  private compared(uri: vscode.Uri): readonly GoodDocument[] {
    const good = this.parts.compared.get(uri)?.good;
    return good?.kind === 'files' ? [this.document(good.paths)] : [];
  }

  private analysed(uri: vscode.Uri): readonly GoodDocument[] {
    const others = this.parts.analyses.all().filter((log) => log.uri.toString() !== uri.toString());
    return others.flatMap((log) => {
      const paths = pathsOf(this.parts.analyses.requestOf(log.uri));
      return paths.length > 0 ? [this.document(paths)] : [];
    });
  }

  /** One letter for the same files, as long as the assistant is there: answers that name it stay true. */
  private document(paths: readonly string[]): GoodDocument {
    const key = paths.join('\n');
    const known = this.known.find((one) => one.paths.join('\n') === key);
    if (known) return known;
    const made = { document: letterOf(this.known.length), paths, name: this.nameOf(paths[0]) };
    this.known.push(made);
    return made;
  }

  /** Rotated sets of several hosts bear the same names. */
  private nameOf(path: string): string {
    const name = logName({ path });
    return this.known.some((one) => one.name === name) ? path : name;
  }

  private reader(document: string): Promise<AnalysisWorkerClient> {
    const known = this.readers.get(document);
    if (known) return known;
    const paths = this.known.find((one) => one.document === document)?.paths ?? [];
    const opened = this.opened(paths);
    this.readers.set(document, opened);
    opened.catch(() => this.readers.delete(document));
    return opened;
  }

  private async opened(paths: readonly string[]): Promise<AnalysisWorkerClient> {
    const client = new AnalysisWorkerClient({ workerPath: this.parts.workerPath });
    try {
      await client.readLines({ files: paths.map((path) => ({ path, encoding: undefined })) });
      return client;
    } catch (error) {
      client.dispose();
      throw error;
    }
  }
}

function pathsOf(request: AnalyseRequest | undefined): readonly string[] {
  const input = request?.input;
  if (input?.kind === 'file') return [input.path];
  return input?.kind === 'files' ? input.files.map(({ path }) => path) : [];
}

/** `B` to `Z`, then `BB` …: `A` would be the log itself. */
function letterOf(index: number): string {
  const letters = 25;
  const letter = String.fromCharCode('B'.charCodeAt(0) + (index % letters));
  return letter.repeat(1 + Math.floor(index / letters));
}
