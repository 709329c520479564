import type { Sentence } from '../../model/finding';
import type { LevelName } from '../../model/level';
import type { ReadContext } from '../format';
import type { FormatGesture, LevelCorrection, NotLearned } from './format-correction';
import { learnPlace } from './learn-place';
import { usualMeaning } from './level-meaning';
import { scaleOf } from './level-scales';
import { finderOf } from './place';
import type { Shown } from './shown-line';
import { tokenEnd } from './token-end';

/** A column of more distinct words than this holds no levels. */
const mostLevels = 30;

const notSamePlace: Sentence = {
  pattern: 'Nothing stands in the same place of the other lines. Select a level in a line of the usual form.',
  values: [],
};

/** The column of levels by one of them; a sentence where what it means cannot be known or it is no column. */
export function learnLevel(
  shown: Shown,
  level: FormatGesture['level'],
  lines: readonly Uint8Array[],
  context: ReadContext,
): LevelCorrection | NotLearned {
  const word = shown.selected;
  const valueEnd = tokenEnd(shown.until);
  const place = learnPlace(shown, lines, valueEnd, { canCount: false, context });
  if (place === undefined) return notSamePlace;
  const find = finderOf(place, valueEnd, context);
  const counts = countWords(lines, (line) => {
    const at = find(line, 0, line.length);
    return at < 0 ? undefined : line.subarray(at, valueEnd(line, at, line.length));
  });
  if (counts.size > mostLevels) return tooManyWords(counts.size);
  const words = meaningsOf(counts, word, level);
  if ((words[word] ?? usualMeaning(word)) === 'none') return unknownLevel(word);
  return { role: 'level', place, until: shown.until, words };
}

function countWords(
  lines: readonly Uint8Array[],
  wordOf: (line: Uint8Array) => Uint8Array | undefined,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const decoder = new TextDecoder();
  for (const line of lines) {
    const bytes = wordOf(line);
    if (bytes === undefined) continue;
    const word = decoder.decode(bytes);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** What the person said of the word shown, a scale's numbers, and what other words usually mean. */
function meaningsOf(
  counts: ReadonlyMap<string, number>,
  word: string,
  level: FormatGesture['level'],
): Record<string, LevelName> {
  const told: Record<string, LevelName> = level === undefined ? {} : { [word]: level };
  if (/^\d+$/.test(word)) {
    const numbers = new Map([...counts].filter(([text]) => /^\d+$/.test(text)));
    return { ...Object.fromEntries(scaleOf(numbers, told) ?? []), ...told };
  }
  const usual = [...counts.keys()].map((text) => [text, usualMeaning(text)] as const);
  return { ...Object.fromEntries(usual.filter(([, meaning]) => meaning !== 'none')), ...told };
}

function tooManyWords(count: number): Sentence {
  return {
    pattern:
      '{0} different words stand in that place of the lines, so it is no column of levels. Select a level in a line of the usual form.',
    values: [count],
  };
}

function unknownLevel(word: string): NotLearned {
  return {
    pattern: 'The log does not say which level "{0}" is. Name the level too.',
    values: [word],
    asks: 'level',
  };
}
