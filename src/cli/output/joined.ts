import type { Tell } from '../../protocol/overview';

/** Parts of a sentence with the comma of the reader's language between. */
export function joined(parts: readonly string[], tell: Tell): string {
  return parts.reduce((before, part) => tell({ pattern: '{0}, {1}', values: [before, part] }));
}
