import { createHash } from 'node:crypto';
import type { DataCard } from '../../engine/dataset/card/data-card';
import type { OwnPattern } from '../../engine/redact/own-patterns';

/** What a data card says of a person's own patterns: which they are, and not what they are, for they may tell what they hide. */
export function patternSettings(patterns: readonly OwnPattern[]): DataCard['settings'] {
  if (patterns.length === 0) return {};
  const text = JSON.stringify(patterns.map(({ name, pattern }) => [name, pattern]));
  return {
    ownPatterns: patterns.length,
    ownPatternsSha256: createHash('sha256').update(text).digest('hex'),
  };
}
