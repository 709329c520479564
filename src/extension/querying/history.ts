import type * as vscode from 'vscode';

const key = 'oddline.queries';
const mostPerSource = 50;

type Stored = Readonly<Record<string, readonly string[]>>;

/** What was asked of each source, the last first; kept on this machine, outside the workspace. */
export class QueryHistory {
  constructor(private readonly memory: vscode.Memento) {}

  of(source: string): readonly string[] {
    return this.memory.get<Stored>(key, {})[source] ?? [];
  }

  async add(source: string, query: string): Promise<void> {
    const stored = this.memory.get<Stored>(key, {});
    const others = this.of(source).filter((one) => one !== query);
    await this.memory.update(key, { ...stored, [source]: [query, ...others].slice(0, mostPerSource) });
  }

  async forget(source: string, query: string): Promise<void> {
    const stored = this.memory.get<Stored>(key, {});
    await this.memory.update(key, { ...stored, [source]: this.of(source).filter((one) => one !== query) });
  }
}
