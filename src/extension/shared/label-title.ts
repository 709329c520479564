import type { LabelVerdict, TaughtLabel } from '../../engine/labels/label';
import type { Category, Sentence } from '../../engine/model/finding';
import { categoryWords } from '../../protocol/incident-words';
import type { Tell } from '../../protocol/overview';
import { onOneLine } from './markdown';

/** Of a text of the store, which may come with a repository and hold anything. */
const longestShown = 120;

const verdictWords: Readonly<Record<LabelVerdict, Sentence>> = {
  normal: { pattern: 'Normal', values: [] },
  anomalous: { pattern: 'Anomalous', values: [] },
};

/** Verdict and category, in the order they are read. */
export function labelTitle(
  { verdict, category }: Pick<TaughtLabel, 'verdict' | 'category'>,
  tell: Tell,
): string {
  const named = category === null || category === '' ? [] : [shortLabelText(categoryTitle(category, tell))];
  return [tell(verdictWords[verdict]), ...named].join(' · ');
}

/** The engine's own in the reader's language. */
export function categoryTitle(category: string, tell: Tell): string {
  return isOwn(category) ? tell(categoryWords[category]) : category;
}

export function shortLabelText(text: string): string {
  const line = onOneLine(text.slice(0, 10 * longestShown));
  return line.length > longestShown ? `${line.slice(0, longestShown)}…` : line;
}

function isOwn(category: string): category is Category {
  return Object.hasOwn(categoryWords, category);
}
