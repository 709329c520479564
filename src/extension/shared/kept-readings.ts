import * as vscode from 'vscode';
import { type KeptReading, plainReading } from '../../protocol/reading';
import { type Kept, keptList, readsOtherwise, withKept } from './kept-list';
import type { ReadingChange } from './readings';

const stateKey = 'oddline.readings';

/** Filters, highlights and the dial of a workspace's logs, from one window to the next. */
export class KeptReadings {
  constructor(private readonly state: vscode.Memento) {}

  /** Undefined where nothing was kept. */
  of(uri: vscode.Uri): KeptReading | undefined {
    const key = uri.toString();
    return this.list().find((one) => one.uri === key)?.reading;
  }

  all(): readonly { readonly uri: vscode.Uri }[] {
    return this.list().map(({ uri }) => ({ uri: vscode.Uri.parse(uri, true) }));
  }

  keep({ uri, reading, former }: ReadingChange): void {
    // The next text without a name will have the same uri.
    if (uri.scheme === 'untitled' || !readsOtherwise(reading, former)) return;
    this.write(withKept(this.list(), { uri: uri.toString(), reading }));
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const reading = this.of(from);
    if (!reading) return;
    const without = withKept(this.list(), { uri: from.toString(), reading: plainReading });
    this.write(withKept(without, { uri: to.toString(), reading }));
  }

  private list(): readonly Kept[] {
    return keptList(this.state.get<unknown>(stateKey));
  }

  private write(list: readonly Kept[]): void {
    void this.state.update(stateKey, list.length > 0 ? list : undefined);
  }
}
