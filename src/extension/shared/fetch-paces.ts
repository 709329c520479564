import type * as vscode from 'vscode';

const key = 'oddline.fetchPaces';
/** Fewer say more about the way there than about the server. */
const fewestEntries = 2000;

type Stored = Readonly<Record<string, number>>;

/** How fast each log source gave what was fetched of it last; kept on this machine, outside the workspace. */
export class FetchPaces {
  constructor(private readonly memory: vscode.Memento) {}

  /** Entries a second; null where nothing was fetched that tells. */
  of(source: string): number | null {
    return this.memory.get<Stored>(key, {})[source] ?? null;
  }

  async took(source: string, entries: number, milliseconds: number): Promise<void> {
    if (entries < fewestEntries || milliseconds <= 0) return;
    const pace = Math.round((entries / milliseconds) * 1000);
    await this.memory.update(key, { ...this.memory.get<Stored>(key, {}), [source]: pace });
  }
}
