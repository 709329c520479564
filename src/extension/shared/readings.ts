import * as vscode from 'vscode';
import { plainReading, type Reading } from '../../protocol/reading';

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

  /** `first`: how a log is read that was not asked for yet. */
  constructor(private readonly first: (uri: vscode.Uri) => Reading = () => plainReading) {}

  of(uri: vscode.Uri): Reading {
    const key = uri.toString();
    const known = this.known.get(key);
    if (known) return known.reading;
    const reading = this.first(uri);
    this.known.set(key, { uri, reading });
    return reading;
  }

  change(uri: vscode.Uri, change: Partial<Reading>): void {
    const former = this.of(uri);
    const reading = { ...former, ...change };
    this.known.set(uri.toString(), { uri, reading });
    this.changed.fire({ uri, reading, former });
  }

  changeAll(change: Partial<Reading>): void {
    for (const { uri } of this.all()) this.change(uri, change);
  }

  /** Of every log anybody asked for. */
  all(): readonly ReadingOfLog[] {
    return [...this.known.values()];
  }

  /** Nobody reads it yet by its new name: what is shown of it there is shown anew. */
  rename(from: vscode.Uri, to: vscode.Uri): void {
    const { reading } = this.known.get(from.toString()) ?? {};
    if (!reading) return;
    this.known.delete(from.toString());
    this.change(to, reading);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
