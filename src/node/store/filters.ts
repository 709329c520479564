import { isLogFilter } from '../../engine/filter/check-filter';
import type { LogFilter } from '../../engine/filter/filter';
import { type DamagedLine, JsonlFile, type JsonlKind } from './versioned-jsonl';

/** A filter a person gave a name, one a line. */
export interface NamedFilter {
  readonly name: string;
  readonly filter: LogFilter;
  /** When it was saved: ISO 8601, UTC. */
  readonly at: string;
}

const longestName = 200;

const filtersKind: JsonlKind<NamedFilter> = {
  kind: 'filters',
  version: 1,
  migrations: {},
  isEntry(data): data is NamedFilter {
    const { name, filter, at } = data as Partial<Record<keyof NamedFilter, unknown>>;
    if (typeof name !== 'string' || name === '' || name.length > longestName || typeof at !== 'string')
      return false;
    return typeof filter === 'object' && filter !== null && isLogFilter(filter);
  },
};

/**
 * `filters.jsonl` of one store folder: filters by name, in the order they were saved. Every method throws InputError for a newer file
 * and for one that is none of ours.
 */
export class FilterStore {
  private readonly file: JsonlFile<NamedFilter>;

  constructor(path: string) {
    this.file = new JsonlFile(path, filtersKind);
  }

  async list(): Promise<{
    readonly filters: readonly NamedFilter[];
    readonly damaged: readonly DamagedLine[];
  }> {
    const { entries, damaged } = await this.file.read();
    return { filters: entries, damaged };
  }

  /** One of the same name is replaced. */
  save(filter: NamedFilter): Promise<void> {
    return this.file.change((kept) => [...kept.filter(({ name }) => name !== filter.name), filter]);
  }

  remove(name: string): Promise<void> {
    return this.file.change((kept) => kept.filter((other) => other.name !== name));
  }
}
