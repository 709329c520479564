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

/** How each log is read, by its uri: both editors and all slices show by it and change it here. */
export class Readings implements vscode.Disposable {
  private readonly known = new Map<string, Reading>();
  private readonly changed = new vscode.EventEmitter<ReadingChange>();
  readonly onDidChange = this.changed.event;

  of(uri: vscode.Uri): Reading {
    return this.known.get(uri.toString()) ?? plainReading;
  }

  change(uri: vscode.Uri, change: Partial<Reading>): void {
    const former = this.of(uri);
    const reading = { ...former, ...change };
    this.known.set(uri.toString(), reading);
    this.changed.fire({ uri, reading, former });
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    moveKey(this.known, from, to);
  }

  forget(uri: vscode.Uri): void {
    this.known.delete(uri.toString());
  }

  dispose(): void {
    this.changed.dispose();
  }
}
