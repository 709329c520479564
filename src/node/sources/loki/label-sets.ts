import { isObject } from '../http/answers';
import type { Labels } from '../source-reader';

/** Of the server's own making: the same stream has one for each of its shards. */
const leftOut = '__stream_shard__';
const mostKept = 10_000;

interface LabelSet {
  /** The same for the same labels. */
  readonly key: string;
  readonly labels: Labels;
}

/** Label sets of streams, sorted by name; the same object for the same labels. */
export class LabelSets {
  private readonly kept = new Map<string, LabelSet>();
  private readonly ownKept = new Map<string, Labels>();

  of(stream: Readonly<Record<string, unknown>>, isCategorized: boolean): LabelSet {
    const given = JSON.stringify(stream);
    const known = this.kept.get(given);
    if (known) return known;
    const labels = sorted(stream, isCategorized ? asItIs : unescaped);
    const set = { key: JSON.stringify(labels), labels };
    if (this.kept.size >= mostKept) this.kept.clear();
    this.kept.set(given, set);
    return set;
  }

  /** What an entry has of its own: metadata, then what the query parsed of its text. Null where it has none. */
  own(categories: Readonly<Record<string, unknown>>, labels: Labels): Labels | null {
    const own: [string, string][] = [];
    for (const part of [categories.structuredMetadata, categories.parsed]) {
      if (!isObject(part)) continue;
      for (const name in part) {
        if (name !== leftOut && !hasName(labels, name) && !hasName(own, name))
          own.push([name, String(part[name])]);
      }
    }
    if (own.length === 0) return null;
    return own.length === 1 ? this.shared(own) : own.sort(byName);
  }

  /** Most entries have their level only. */
  private shared(own: Labels): Labels {
    const key = own[0].join('\0');
    const known = this.ownKept.get(key);
    if (known) return known;
    if (this.ownKept.size >= mostKept) this.ownKept.clear();
    this.ownKept.set(key, own);
    return own;
  }
}

function hasName(labels: Labels, name: string): boolean {
  return labels.some(([known]) => known === name);
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

function sorted(
  object: Readonly<Record<string, unknown>>,
  read: (value: string) => string,
): (readonly [string, string])[] {
  return Object.entries(object)
    .filter(([name]) => name !== leftOut)
    .map(([name, value]) => [name, read(String(value))] as const)
    .sort(byName);
}

function asItIs(value: string): string {
  return value;
}

/** Loki before 3.0 escapes what stands in values of labels once more than JSON does. */
function unescaped(value: string): string {
  if (!value.includes('\\')) return value;
  try {
    return JSON.parse(`"${value}"`) as string;
  } catch {
    return value;
  }
}
