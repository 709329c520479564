import * as vscode from 'vscode';
import type { Reading } from '../../protocol/reading';
import { moveKey } from './move-key';

/** The log as it is. */
export const plainReading: Reading = {
  filter: { clauses: [], context: 0 },
  noise: 0,
  unfolded: [],
  unfoldedTemplates: [],
  highlights: [],
  bookmarks: [],
  zone: 'written',
  showsGaps: false,
  wraps: false,
  clockOffsets: [],
};

export interface ReadingChange {
  readonly uri: vscode.Uri;
  readonly reading: Reading;
  readonly former: Reading;
}

interface ReadingOfLog {
  readonly uri: vscode.Uri;
  readonly reading: Reading;
}

/** How each log is read, by its uri: both editors and all slices show by it and change it here. */
export class Readings implements vscode.Disposable {
  /** Also of logs nobody changed anything of: a setting may. */
  private readonly known = new Map<string, ReadingOfLog>();
  private readonly changed = new vscode.EventEmitter<ReadingChange>();
  readonly onDidChange = this.changed.event;

  /** `plain`: how a log is read of which nobody said otherwise. */
  constructor(private readonly plain: () => Reading = () => plainReading) {}

  of(uri: vscode.Uri): Reading {
    const key = uri.toString();
    const known = this.known.get(key);
    if (known) return known.reading;
    const reading = this.plain();
    this.known.set(key, { uri, reading });
    return reading;
  }

  change(uri: vscode.Uri, change: Partial<Reading>): void {
    const former = this.of(uri);
    const reading = { ...former, ...change };
    this.known.set(uri.toString(), { uri, reading });
    this.changed.fire({ uri, reading, former });
  }

  /** Of every log anybody asked for. */
  changeAll(change: Partial<Reading>): void {
    for (const { uri } of [...this.known.values()]) this.change(uri, change);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    moveKey(this.known, from, to);
    const moved = this.known.get(to.toString());
    if (moved) this.known.set(to.toString(), { ...moved, uri: to });
  }

  forget(uri: vscode.Uri): void {
    this.known.delete(uri.toString());
  }

  dispose(): void {
    this.changed.dispose();
  }
}
