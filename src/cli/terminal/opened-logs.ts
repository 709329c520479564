import type { ReadableLog } from '../../node/files/readable-log';
import type { RemoteSpool } from '../../node/sources/remote-spool';

/**
 * Logs a command has open: their text is read back until its last line is written, so they are closed when it has ended. One
 * left to the garbage collector would have Node write a warning of its own to standard error.
 */
export class OpenedLogs {
  private readonly logs: ReadableLog[] = [];
  private readonly spools = new Map<string, RemoteSpool>();

  /** A log of that name was fetched there. */
  stands(name: string, spool: RemoteSpool): void {
    this.spools.set(name, spool);
  }

  placeOf(name: string): string | undefined {
    return this.spools.get(name)?.path;
  }

  async keep(opening: Promise<ReadableLog>): Promise<ReadableLog> {
    const log = await opening;
    this.logs.push(log);
    return log;
  }

  async closeAll(): Promise<void> {
    for (const log of this.logs.splice(0)) await log.close();
    for (const spool of this.spools.values()) await spool.close();
    this.spools.clear();
  }
}
