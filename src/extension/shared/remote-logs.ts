import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { InputError } from '../../protocol/input-error';
import type { LogSource } from '../../protocol/log-source';
import type { FetchProgress, FetchRequest, FetchSummary, TailRequest } from '../../protocol/sources';
import { logName } from './log-name';
import type { LogSources } from './log-sources';
import { mergedUris, type RemoteLog, remoteLogOf } from './log-uri';

/** A private file that a remote log is written to. */
export interface Spool {
  readonly path: string;
  /** Removes it. */
  close(): Promise<void>;
}

/** What reads remote logs, as node's SourcesClient does. */
export interface RemoteReader {
  fetch(request: FetchRequest, signal: AbortSignal): Promise<FetchSummary>;
  tail(request: TailRequest, signal: AbortSignal): Promise<never>;
}

export interface RemoteLogsParts {
  readonly sources: LogSources;
  readonly openSpool: () => Promise<Spool>;
  /** Asks the person where it must. */
  readonly mayUse: (source: LogSource) => Promise<boolean>;
  /** Started with the first remote log. */
  readonly reader: (onProgress: (progress: FetchProgress) => void) => RemoteReader;
}

/** How a fetch ended that nobody stopped. */
export interface Fetched {
  readonly source: LogSource;
  readonly isWell: boolean;
}

/** A complete snapshot each time. */
export interface RemoteState extends Omit<FetchProgress, 'id'> {
  /** More may be appended to its file. */
  readonly isGrowing: boolean;
  /** Nothing could be had: whoever opened it is told why. */
  readonly hasFailed: boolean;
}

interface Gathered {
  readonly uri: vscode.Uri;
  readonly abort: AbortController;
  readonly spool: Promise<Spool>;
  /** Resolves when there is something to show, or nothing more comes. */
  readonly begun: Promise<void>;
  state: RemoteState;
}

/** What is followed and says nothing for so long is shown, empty as it is; what cannot be followed mostly fails before. */
const quietMs = 2000;

const atFirst: RemoteState = {
  phase: 'asking',
  entries: 0,
  bytes: 0,
  reached: null,
  share: null,
  notes: [],
  isGrowing: true,
  hasFailed: false,
};

/**
 * Remote logs that are open, each in a private file that grows as it is fetched and goes with the last tab. A window that VS Code restores
 * asks no server of its own accord: what a person opened in an earlier session is fetched when they say so.
 */
export class RemoteLogs implements vscode.Disposable {
  private readonly logs = new Map<string, Gathered>();
  /** By uri, as it was when it was asked for: one that was picked, not set up, is known nowhere else. Rejects where it may not be asked. */
  private readonly wanted = new Map<string, Promise<LogSource>>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly told = new Map<number, (progress: FetchProgress) => void>();
  private started: RemoteReader | undefined;
  private lastId = 0;
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: RemoteLogsParts) {}

  /** A person asked for it, and agreed. */
  want(uri: vscode.Uri, source: LogSource): void {
    this.wanted.set(uri.toString(), Promise.resolve(source));
  }

  /** Of a merge, all its remote logs in one; undefined where it has none. */
  stateOf(uri: vscode.Uri): RemoteState | undefined {
    const members = mergedUris(uri);
    if (!members) return this.logs.get(uri.toString())?.state;
    return togetherOf(members.flatMap((member) => this.stateOf(member) ?? []));
  }

  /** The file that holds it, as soon as there is something in it. Rejects with InputError. */
  async pathOf(uri: vscode.Uri): Promise<string> {
    const key = uri.toString();
    let log = this.logs.get(key);
    if (!log) {
      const remote = remoteLogOf(uri);
      const wanted = this.wanted.get(key);
      if (!remote || !wanted) throw notFetched(uri, remote);
      const source = await wanted;
      log = this.logs.get(key) ?? this.gather(uri, remote, source);
      this.logs.set(key, log);
    }
    try {
      await log.begun;
      return (await log.spool).path;
    } catch (error) {
      this.forget(uri);
      throw error;
    }
  }

  /** No more is asked for; what is there stays. */
  stop(uri: vscode.Uri): void {
    this.logs.get(uri.toString())?.abort.abort();
  }

  /** What was fetched is thrown away: the next one to open it fetches anew. Of an earlier session the person is asked as of a new one. */
  renew(uri: vscode.Uri): void {
    for (const member of mergedUris(uri) ?? []) this.renew(member);
    const remote = remoteLogOf(uri);
    if (!remote) return;
    const key = uri.toString();
    this.forget(uri);
    const source = this.wanted.get(key) ?? this.agreed(uri, remote);
    this.wanted.set(key, source);
    source.catch(() => this.wanted.delete(key));
  }

  all(): readonly { readonly uri: vscode.Uri; readonly state: RemoteState }[] {
    return [...this.logs.values()];
  }

  rename(): void {
    // A remote log has no name in the file system.
  }

  /** Of a merge, all its remote logs: none of them has a tab of its own. */
  forget(uri: vscode.Uri): void {
    for (const member of mergedUris(uri) ?? []) this.forget(member);
    const log = this.logs.get(uri.toString());
    if (!log) return;
    this.logs.delete(uri.toString());
    log.abort.abort();
    void log.spool.then((spool) => spool.close()).catch(() => undefined);
  }

  dispose(): void {
    for (const { uri } of [...this.logs.values()]) this.forget(uri);
    this.changed.dispose();
  }

  private async agreed(uri: vscode.Uri, remote: RemoteLog): Promise<LogSource> {
    const source = this.sourceOf(remote);
    if (!(await this.parts.mayUse(source))) throw notFetched(uri, remote);
    return source;
  }

  /** One of another kind than is asked for only bears the name. */
  private sourceOf({ source, query }: RemoteLog): LogSource {
    const found = this.parts.sources.get(source);
    if (found?.kind === query.kind) return found;
    throw new InputError({
      code: 'no-source',
      sentence: {
        pattern:
          'There is no log source called {0} on this machine. Add one of this name, then open the log again.',
        values: [source],
      },
    });
  }

  private gather(uri: vscode.Uri, remote: RemoteLog, source: LogSource): Gathered {
    const id = ++this.lastId;
    const abort = new AbortController();
    const spool = this.parts.openSpool();
    let hasBegun: () => void = () => undefined;
    const firstRows = new Promise<void>((resolve) => {
      hasBegun = resolve;
    });
    const tell = (change: Partial<RemoteState>) => {
      log.state = { ...log.state, ...change };
      if (log.state.bytes > 0) hasBegun();
      if (change.phase === 'live') setTimeout(hasBegun, quietMs);
      this.changed.fire(uri);
    };
    this.told.set(id, ({ id: _, ...progress }) => tell(progress));
    const work = async () => {
      const { query, parts } = remote;
      const request: FetchRequest = { id, source, query, spool: (await spool).path, ...(parts && { parts }) };
      // What a command writes comes once: it is waited for, or followed.
      const isOnce = source.kind === 'command' && remote.live;
      const summary = isOnce ? null : await this.reader().fetch(request, abort.signal);
      if (!remote.live || abort.signal.aborted) return;
      if (!isOnce) hasBegun();
      await this.reader().tail({ ...request, after: summary }, abort.signal);
    };
    const ended = work()
      .catch((error) => this.failed(error, log, tell))
      .finally(() => {
        this.told.delete(id);
        tell({ phase: 'done', share: 1, isGrowing: false });
      });
    const log: Gathered = {
      uri,
      abort,
      spool,
      begun: Promise.race([firstRows, ended]),
      state: atFirst,
    };
    return log;
  }

  /** What was written stays and is said to be a part; where there is nothing, the error is the answer, said too in an editor that is open. */
  private failed(
    error: unknown,
    { abort, state }: Gathered,
    tell: (change: Partial<RemoteState>) => void,
  ): void {
    const note = abort.signal.aborted ? stopped : noteOf(error);
    const hasFailed = state.bytes === 0 && !abort.signal.aborted;
    tell({ notes: [...state.notes, note], hasFailed });
    if (hasFailed) throw error;
  }

  private reader(): RemoteReader {
    this.started ??= this.parts.reader((progress) => this.told.get(progress.id)?.(progress));
    return this.started;
  }
}

function togetherOf(states: readonly RemoteState[]): RemoteState | undefined {
  if (states.length === 0) return undefined;
  const growing = states.filter(({ isGrowing }) => isGrowing);
  const [first] = growing.length > 0 ? growing : states;
  return {
    phase: growing.find(({ phase }) => phase !== 'live')?.phase ?? first.phase,
    entries: sum(states, 'entries'),
    bytes: sum(states, 'bytes'),
    reached: first.reached,
    share: null,
    notes: states.flatMap(({ notes }) => notes),
    isGrowing: growing.length > 0,
    hasFailed: states.some(({ hasFailed }) => hasFailed),
  };
}

function sum(states: readonly RemoteState[], of: 'entries' | 'bytes'): number {
  return states.reduce((total, state) => total + state[of], 0);
}

const stopped: Sentence = {
  pattern: 'Fetching was stopped: what is shown is a part of what was asked for.',
  values: [],
};

function noteOf(error: unknown): Sentence {
  if (error instanceof InputError) return error.sentence;
  const message = error instanceof Error ? error.message : String(error);
  return {
    pattern: 'Fetching ended early ({0}): what is shown is a part. Open it again.',
    values: [message],
  };
}

function notFetched(uri: vscode.Uri, remote: RemoteLog | undefined): InputError {
  return new InputError({
    code: 'not-fetched',
    sentence: {
      pattern:
        '{0} was fetched from {1} in an earlier session, and what was fetched is gone with it. Open it again to fetch it anew.',
      values: [logName(uri), remote?.source ?? '?'],
    },
  });
}
