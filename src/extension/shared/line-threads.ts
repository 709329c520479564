import * as vscode from 'vscode';
import type {
  FollowedChange,
  LinesProgress,
  LinesSource,
  LogLinesApi,
  OpenedLines,
  OpenedSource,
} from '../../protocol/log-lines';
import { openDocument } from './active-uri';
import type { LogFiles } from './log-files';
import { isGathered } from './log-uri';
import { piecesOfOpenText } from './read-log';

type Asked<Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (...parameters: infer P) => infer Answer
    ? (...parameters: P) => Promise<Answer>
    : never;
};

/** The thread that keeps the text of one log, as node's LinesWorkerClient is. */
export interface LinesClient extends Asked<LogLinesApi> {
  readonly dead: boolean;
  dispose(): void;
}

export interface LinesListeners {
  onProgress(progress: LinesProgress): void;
  onChanged(change: FollowedChange): void;
}

/** The text of a log, shared by all who show it. The thread ends with the last of them. */
export interface LogLines {
  readonly uri: vscode.Uri;
  readonly client: LinesClient;
  /** As it was when it was opened. */
  readonly opened: OpenedLines;
  /** The latest. */
  progress(): LinesProgress;
  /** All there are by now: a followed log that was rotated has more. */
  sources(): readonly OpenedSource[];
  readonly onProgress: vscode.Event<LinesProgress>;
  readonly onChanged: vscode.Event<FollowedChange>;
  /** Gives it back; the others go on. */
  dispose(): void;
}

interface Thread {
  readonly client: LinesClient;
  readonly opened: Promise<OpenedLines>;
  readonly told: vscode.EventEmitter<LinesProgress>;
  readonly changed: vscode.EventEmitter<FollowedChange>;
  progress: LinesProgress | undefined;
  sources: readonly OpenedSource[] | undefined;
  holders: number;
}

/** One thread a log, by its uri. */
export class LineThreads implements vscode.Disposable {
  private readonly threads = new Map<string, Thread>();

  constructor(
    private readonly start: (listeners: LinesListeners) => LinesClient,
    readonly files: LogFiles,
  ) {}

  /** Resolves when its first page can be read. Rejects with InputError, or with what ended the thread. */
  async open(uri: vscode.Uri): Promise<LogLines> {
    const thread = this.threadOf(uri);
    thread.holders++;
    try {
      return this.shared(uri, thread, await thread.opened);
    } catch (error) {
      this.release(uri, thread);
      throw error;
    }
  }

  /** The next one to open the log gets a thread of its own: the file was replaced. */
  renew(uri: vscode.Uri): void {
    this.threads.delete(uri.toString());
    this.files.renew(uri);
  }

  dispose(): void {
    for (const thread of this.threads.values()) end(thread);
    this.threads.clear();
  }

  private threadOf(uri: vscode.Uri): Thread {
    const known = this.threads.get(uri.toString());
    if (known && !known.client.dead) return known;
    const thread = this.started(uri);
    this.threads.set(uri.toString(), thread);
    return thread;
  }

  private started(uri: vscode.Uri): Thread {
    const told = new vscode.EventEmitter<LinesProgress>();
    const changed = new vscode.EventEmitter<FollowedChange>();
    const onProgress = (progress: LinesProgress) => {
      thread.progress = progress;
      told.fire(progress);
    };
    const client = this.start({
      onProgress,
      onChanged: (change) => {
        thread.sources = change.sources;
        onProgress(change.progress);
        if (isOnDisk(uri))
          this.files.became(
            uri,
            change.sources.map(({ path }) => path),
          );
        changed.fire(change);
      },
    });
    const opened = this.opened(uri, client);
    const thread: Thread = {
      client,
      opened,
      told,
      changed,
      progress: undefined,
      sources: undefined,
      holders: 0,
    };
    return thread;
  }

  private async opened(uri: vscode.Uri, client: LinesClient): Promise<OpenedLines> {
    if (isOnDisk(uri)) {
      const files = await this.files.find(uri);
      return client.open({ sources: files.map((file): LinesSource => ({ kind: 'file', ...file })) });
    }
    for await (const piece of piecesOfOpenText(uri)) await client.pushText(piece);
    return client.open({ sources: [{ kind: 'text', name: uri.path }] });
  }

  private shared(uri: vscode.Uri, thread: Thread, opened: OpenedLines): LogLines {
    let held = true;
    return {
      uri,
      client: thread.client,
      opened,
      progress: () => thread.progress ?? opened.progress,
      sources: () => thread.sources ?? opened.sources,
      onProgress: thread.told.event,
      onChanged: thread.changed.event,
      dispose: () => {
        if (held) this.release(uri, thread);
        held = false;
      },
    };
  }

  private release(uri: vscode.Uri, thread: Thread): void {
    thread.holders--;
    if (thread.holders > 0) return;
    end(thread);
    if (this.threads.get(uri.toString()) === thread) this.threads.delete(uri.toString());
  }
}

function end({ client, told, changed }: Thread): void {
  client.dispose();
  told.dispose();
  changed.dispose();
}

/** A clean file is read from the disk; else the text VS Code has is what the reader sees. */
function isOnDisk(uri: vscode.Uri): boolean {
  if (isGathered(uri)) return true;
  return uri.scheme === 'file' && openDocument(uri)?.isDirty !== true;
}
