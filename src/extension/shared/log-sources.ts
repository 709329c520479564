import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { checkedSource } from '../../node/sources/source-definition';
import { InputError } from '../../protocol/input-error';
import type { LogSource } from '../../protocol/log-source';

const setting = 'sources';
const secretPrefix = 'oddline.source.';

/** What stands in the setting and is no source, with its cure. Two may bear one name. */
export interface SourceProblem {
  readonly name: string;
  readonly sentence: Sentence;
}

/**
 * The log sources of this machine: the setting `oddline.sources`, of machine scope, so that no workspace can add or redirect one, and their
 * secrets, which stand in SecretStorage alone.
 */
export class LogSources implements vscode.Disposable {
  private known = read();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly secrets: vscode.SecretStorage) {
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('oddline.sources')) return;
      this.known = read();
      this.changed.fire();
    });
  }

  all(): readonly LogSource[] {
    return this.known.sources;
  }

  problems(): readonly SourceProblem[] {
    return this.known.problems;
  }

  get(name: string): LogSource | undefined {
    return this.known.sources.find((source) => source.name === name);
  }

  /** Undefined where none is kept. */
  async secretOf(name: string): Promise<string | undefined> {
    return this.secrets.get(secretPrefix + name);
  }

  /** Takes the place of the one that was called `former`, or is the last one. A secret that is left out stays as it is. */
  async put(
    source: LogSource,
    options: { former?: string; secret?: string | undefined } = {},
  ): Promise<void> {
    const { former = source.name, secret } = options;
    if (former !== source.name) await this.moveSecret(former, source.name);
    if (!hasSecret(source)) await this.secrets.delete(secretPrefix + source.name);
    else if (secret !== undefined) await this.secrets.store(secretPrefix + source.name, secret);
    const written = writtenSources();
    const place = written.findIndex((one) => nameOf(one) === former);
    const all = place < 0 ? [...written, source] : written.with(place, source);
    await write(all);
  }

  async remove(name: string): Promise<void> {
    await write(writtenSources().filter((one) => nameOf(one) !== name));
    await this.secrets.delete(secretPrefix + name);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private async moveSecret(from: string, to: string): Promise<void> {
    const secret = await this.secretOf(from);
    if (secret === undefined) return;
    await this.secrets.store(secretPrefix + to, secret);
    await this.secrets.delete(secretPrefix + from);
  }
}

function hasSecret(source: LogSource): boolean {
  return 'authentication' in source && source.authentication.kind !== 'none';
}

/** As written: what is wrong in one is left as it is when others are changed. */
function writtenSources(): readonly unknown[] {
  const written = vscode.workspace.getConfiguration('oddline').get<unknown>(setting);
  return Array.isArray(written) ? written : [];
}

async function write(sources: readonly unknown[]): Promise<void> {
  await vscode.workspace
    .getConfiguration('oddline')
    .update(setting, sources, vscode.ConfigurationTarget.Global);
}

function read(): { readonly sources: readonly LogSource[]; readonly problems: readonly SourceProblem[] } {
  const sources = new Map<string, LogSource>();
  const problems: SourceProblem[] = [];
  for (const written of writtenSources()) {
    try {
      const source = checkedSource(written);
      if (sources.has(source.name)) problems.push(twice(source.name));
      else sources.set(source.name, source);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push({ name: nameOf(written), sentence: error.sentence });
    }
  }
  return { sources: [...sources.values()], problems };
}

function twice(name: string): SourceProblem {
  return {
    name,
    sentence: {
      pattern: 'Two log sources are called {0}. Give one another name in the setting oddline.sources.',
      values: [name],
    },
  };
}

function nameOf(written: unknown): string {
  const { name } = (written ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' ? name : '?';
}
