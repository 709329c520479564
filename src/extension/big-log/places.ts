import type * as vscode from 'vscode';
import type { BigLogPlace } from '../../protocol/big-log';

type Kept = readonly (readonly [uri: string, place: BigLogPlace])[];

const key = 'bigLog.places';
const mostKept = 100;

/** Where the last view of each log was, so that it comes back there after a restart. */
export class Places {
  constructor(private readonly memento: vscode.Memento) {}

  of(uri: vscode.Uri): BigLogPlace | null {
    const wanted = uri.toString();
    return this.kept().find(([known]) => known === wanted)?.[1] ?? null;
  }

  async keep(uri: vscode.Uri, place: BigLogPlace): Promise<void> {
    const wanted = uri.toString();
    const others = this.kept().filter(([known]) => known !== wanted);
    await this.memento.update(key, [[wanted, place], ...others].slice(0, mostKept));
  }

  private kept(): Kept {
    return this.memento.get<Kept>(key, []);
  }
}
