import type { Sentence } from '../../engine/model/finding';
import type { ReadableLog } from '../../node/files/readable-log';
import type { RemoteSpool } from '../../node/sources/remote-spool';

interface FetchedLog {
  readonly spool: RemoteSpool;
  readonly notes: readonly Sentence[];
}

/**
 * Logs a command has open: their text is read back until its last line is written, so they are closed when it has ended. One
 * left to the garbage collector would have Node write a warning of its own to standard error.
 */
export class OpenedLogs {
  private readonly logs: ReadableLog[] = [];
  private readonly spools = new Map<string, FetchedLog>();

  /** A log of that name is fetched there; `notes` are what must be known of it. */
  stands(name: string, spool: RemoteSpool, notes: readonly Sentence[]): void {
    this.spools.set(name, { spool, notes });
  }

  fetched(name: string): { readonly path: string; readonly notes: readonly Sentence[] } | undefined {
    const log = this.spools.get(name);
    return log && { path: log.spool.path, notes: log.notes };
  }

  async keep(opening: Promise<ReadableLog>): Promise<ReadableLog> {
    const log = await opening;
    this.logs.push(log);
    return log;
  }

  async closeAll(): Promise<void> {
    for (const log of this.logs.splice(0)) await log.close();
    for (const { spool } of this.spools.values()) await spool.close();
    this.spools.clear();
  }
}
