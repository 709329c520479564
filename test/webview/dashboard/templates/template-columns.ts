import type { TemplateColumns } from '../../../../src/protocol/dashboard';

export interface TemplateGiven {
  readonly title: string;
  readonly count: number;
  readonly level?: number;
  readonly rarity?: number;
  readonly first?: number;
  readonly last?: number;
  readonly parameters?: number;
}

/** Templates in order of first appearance; ids are 10, 11, 12 …, `first` and `last` lines as well as seconds. */
export function columnsOf(templates: readonly TemplateGiven[]): TemplateColumns {
  const numbers = (of: (one: TemplateGiven, i: number) => number) => templates.map(of);
  const first = numbers(({ first = 0 }) => first);
  const last = numbers(({ first = 0, last = first }) => last);
  return {
    ids: Uint32Array.from(numbers((_, i) => 10 + i)),
    titles: templates.map(({ title }) => title),
    counts: Uint32Array.from(numbers(({ count }) => count)),
    levels: Uint8Array.from(numbers(({ level = 0 }) => level)),
    rarity: Float32Array.from(numbers(({ rarity = 0 }) => rarity)),
    firstLines: Uint32Array.from(first),
    lastLines: Uint32Array.from(last),
    firstSeconds: Float64Array.from(first),
    lastSeconds: Float64Array.from(last),
    labels: new Uint32Array(templates.length),
    said: [],
    parameters: Uint8Array.from(numbers(({ parameters = 0 }) => parameters)),
  };
}
