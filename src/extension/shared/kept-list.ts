import { isKeptReading, isObject } from '../../node/cases/check-reading';
import { type KeptReading, plainReading } from '../../protocol/reading';

/** How a log was read last, by its uri. */
export interface Kept {
  readonly uri: string;
  readonly reading: KeptReading;
}

/** VS Code reads all of a workspace's state when it opens it. */
const mostLogs = 100;
const mostCharacters = 200_000;

/** What is no such thing, of another version or damaged, is left out. */
export function keptList(data: unknown): readonly Kept[] {
  return Array.isArray(data) ? data.filter(isKept) : [];
}

/** The log last, as what was changed last is kept longest; a log shown as it is needs no place. */
export function withKept(list: readonly Kept[], { uri, reading }: Kept): readonly Kept[] {
  const others = list.filter((one) => one.uri !== uri);
  const { filter, noise, unfoldedTemplates, highlights } = reading;
  const kept: KeptReading = { filter, noise, unfoldedTemplates, highlights };
  const isWorth = readsOtherwise(kept, plainReading) && JSON.stringify(kept).length <= mostCharacters;
  return (isWorth ? [...others, { uri, reading: kept }] : others).slice(-mostLogs);
}

export function readsOtherwise(one: KeptReading, other: KeptReading): boolean {
  return JSON.stringify(parts(one)) !== JSON.stringify(parts(other));
}

/** Lines of context mean nothing without a clause. */
function parts({ filter, noise, unfoldedTemplates, highlights }: KeptReading): readonly unknown[] {
  return [filter.clauses.length > 0 && filter, noise, unfoldedTemplates, highlights];
}

function isKept(data: unknown): data is Kept {
  return isObject(data) && typeof data.uri === 'string' && isKeptReading(data.reading);
}
