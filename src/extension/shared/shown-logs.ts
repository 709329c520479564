import * as vscode from 'vscode';
import type { LinesClient, LineThreads, LogLines } from './line-threads';
import type { Readings } from './readings';
import { showsOther } from './shown-request';
import type { ShownRows } from './shown-rows';

/** A log whose thread of lines shows it as its Reading says. */
export interface ShownLog {
  readonly lines: LogLines;
  readonly rows: ShownRows;
  /** Gives it back; the others who show it go on. */
  dispose(): void;
}

interface Shared {
  readonly rows: ShownRows;
  readonly subscription: vscode.Disposable;
  holders: number;
}

/** One ShownRows for each thread of lines, for all who show the log; it follows the Reading by itself. */
export class ShownLogs {
  private readonly byThread = new Map<LinesClient, Shared>();

  constructor(
    private readonly threads: LineThreads,
    private readonly readings: Readings,
    private readonly createRows: (lines: LogLines) => ShownRows,
  ) {}

  /** As `LineThreads.open`. */
  async open(uri: vscode.Uri): Promise<ShownLog> {
    const lines = await this.threads.open(uri);
    const shared = this.sharedOf(lines);
    shared.holders++;
    let held = true;
    return {
      lines,
      rows: shared.rows,
      dispose: () => {
        if (held) this.release(lines, shared);
        held = false;
      },
    };
  }

  private sharedOf(lines: LogLines): Shared {
    const known = this.byThread.get(lines.client);
    if (known) return known;
    const rows = this.createRows(lines);
    const subscription = this.readings.onDidChange(({ uri, reading, former }) => {
      if (uri.toString() === lines.uri.toString() && showsOther(former, reading)) void rows.apply(reading);
    });
    const shared: Shared = { rows, subscription, holders: 0 };
    this.byThread.set(lines.client, shared);
    void rows.apply(this.readings.of(lines.uri));
    return shared;
  }

  private release(lines: LogLines, shared: Shared): void {
    shared.holders--;
    if (shared.holders === 0) {
      this.byThread.delete(lines.client);
      vscode.Disposable.from(shared.subscription, shared.rows).dispose();
    }
    lines.dispose();
  }
}
