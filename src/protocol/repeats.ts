import type { Repeats, Sentence } from '../engine/model/finding';
import { grouped } from './sentence';

/** How often a finding repeats and until when, or until which line; undefined where nothing repeats it. `until` in the face's own style. */
export function repeatsSentence({ count, line }: Repeats, until: string | null): Sentence | undefined {
  if (count === 1) return undefined;
  if (until === null || until === '')
    return { pattern: '×{0} until line {1}', values: [grouped(count), line] };
  return { pattern: '×{0} until {1}', values: [grouped(count), until] };
}
