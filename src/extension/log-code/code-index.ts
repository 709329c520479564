import * as vscode from 'vscode';
import type { TemplateId } from '../../engine/model/units';
import { ignoredByGit } from '../../node/git/ignored-by-git';
import { LogCodeClient } from '../../node/log-code/log-code-client';
import type { AnalysisReport } from '../../protocol/analysis';
import type { CodeStatement } from '../../protocol/log-code';
import type { AnalysedLog } from '../shared/analyses';
import { workspaceFiles } from '../shared/workspace-files';

/** Sources that are read; a larger workspace is known in part. */
const mostFiles = 10_000;
/** Before those are left out that git ignores. */
const mostFound = 5 * mostFiles;

/** Which statement wrote which template of a log, both ways. */
export interface LogCode {
  /** The best; several where nothing tells them apart. */
  readonly statements: ReadonlyMap<TemplateId, readonly CodeStatement[]>;
  /** By `statementKey`. */
  readonly templates: ReadonlyMap<string, readonly TemplateId[]>;
}

/** The same also when lines were put in above it. */
export function statementKey({ path, message }: Pick<CodeStatement, 'path' | 'message'>): string {
  return `${path}\n${message}`;
}

/**
 * The logger calls of the workspace and what they wrote. Nothing is read before somebody asks; after sources were saved, made or
 * deleted those that changed are read again at the next question.
 */
export class CodeIndex implements vscode.Disposable {
  private client: LogCodeClient | undefined;
  private scanned: Promise<void> | undefined;
  private matched = new WeakMap<AnalysisReport, Promise<LogCode>>();
  private readonly ready = new WeakMap<AnalysisReport, LogCode>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  /** What was known may be told otherwise now. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly workerPath: string) {
    const outdate = () => this.outdate();
    this.subscription = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument(({ languageId }) => languageId !== 'log' && outdate()),
      vscode.workspace.onDidCreateFiles(outdate),
      vscode.workspace.onDidDeleteFiles(outdate),
      vscode.workspace.onDidRenameFiles(outdate),
      vscode.workspace.onDidChangeWorkspaceFolders(outdate),
      vscode.workspace.onDidGrantWorkspaceTrust(outdate),
      // Sources are also changed by other programs.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.scanned && outdate()),
    );
  }

  of({ report }: AnalysedLog): Promise<LogCode> {
    const known = this.matched.get(report);
    if (known) return known;
    const asked = this.match(report);
    this.matched.set(report, asked);
    asked.then(
      (code) => this.ready.set(report, code),
      () => this.matched.delete(report),
    );
    return asked;
  }

  /** Undefined while it is not known yet; it will be. */
  known(log: AnalysedLog): LogCode | undefined {
    void this.of(log).catch(() => undefined);
    return this.ready.get(log.report);
  }

  statementsOf(document: vscode.TextDocument): Promise<readonly CodeStatement[]> {
    return this.worker().statementsOf(document.uri.fsPath, document.getText());
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
    this.client?.dispose();
  }

  private async match({ templates }: AnalysisReport): Promise<LogCode> {
    await this.scan();
    const asked = templates.map(({ id, pattern, level }) => ({ id, pattern, level }));
    const matched = await this.worker().match(asked);
    const byStatement = new Map<string, TemplateId[]>();
    for (const { id, statements } of matched) {
      for (const key of new Set(statements.map(statementKey))) {
        byStatement.set(key, [...(byStatement.get(key) ?? []), id]);
      }
    }
    return {
      statements: new Map(matched.map(({ id, statements }) => [id, statements])),
      templates: byStatement,
    };
  }

  private scan(): Promise<void> {
    this.scanned ??= this.scanFiles().catch((error: unknown) => {
      this.scanned = undefined;
      throw error;
    });
    return this.scanned;
  }

  private async scanFiles(): Promise<void> {
    const endings = await this.worker().sourceEndings();
    const found = (await workspaceFiles({ endings }, mostFound)).map(({ fsPath }) => fsPath);
    const isIgnored = await ignoredInWorkspace();
    const files = found.filter((file) => !isIgnored(file)).slice(0, mostFiles);
    await this.worker().scan(files);
  }

  private worker(): LogCodeClient {
    if (!this.client || this.client.dead) {
      this.client = new LogCodeClient(this.workerPath);
      this.scanned = undefined;
    }
    return this.client;
  }

  private outdate(): void {
    this.scanned = undefined;
    this.matched = new WeakMap();
    this.changed.fire();
  }
}

/** git is started in trusted workspaces only: what a repository configures may name programs. */
async function ignoredInWorkspace(): Promise<(file: string) => boolean> {
  if (!vscode.workspace.isTrusted) return () => false;
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const ignored = await Promise.all(folders.map(({ uri }) => ignoredByGit(uri.fsPath)));
  return (file) => ignored.some((isIgnored) => isIgnored(file));
}
