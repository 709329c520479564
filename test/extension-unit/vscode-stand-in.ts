/** What unit tests put in the place of `vscode`, which only exists within VS Code: `vi.mock('vscode', () => import('../vscode-stand-in'))`. */

import { sentenceText } from '../../src/protocol/sentence';

type Listener<Event> = (event: Event) => void;

export class EventEmitter<Event> {
  private readonly listeners = new Set<Listener<Event>>();

  readonly event = (listener: Listener<Event>) => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };

  fire(event: Event): void {
    for (const listener of this.listeners) listener(event);
  }

  dispose(): void {
    this.listeners.clear();
  }
}

interface UriParts {
  readonly scheme: string;
  readonly path: string;
  readonly query?: string;
}

/** Without authority and fragment. */
export class Uri {
  private constructor(
    readonly scheme: string,
    readonly path: string,
    readonly query: string,
  ) {}

  static from({ scheme, path, query = '' }: UriParts): Uri {
    return new Uri(scheme, path, query);
  }

  static parse(text: string): Uri {
    const [, scheme, path, query = ''] = /^([^:]+):([^?]*)(?:\?(.*))?$/.exec(text) ?? ['', '', text];
    return new Uri(scheme, decodeURIComponent(path), decodeURIComponent(query));
  }

  with({ scheme = this.scheme, path = this.path, query = this.query }: Partial<UriParts>): Uri {
    return new Uri(scheme, path, query);
  }

  toString(): string {
    const path = this.path.split('/').map(encodeURIComponent).join('/');
    return `${this.scheme}:${path}${this.query === '' ? '' : `?${encodeURIComponent(this.query)}`}`;
  }
}

/** In English. */
export const l10n = {
  t: (pattern: string, ...values: (string | number)[]) => sentenceText({ pattern, values }),
};
