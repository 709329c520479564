import { logqlPlace, quotedValue, selectorBefore } from '../../node/sources/queries/logql-place';
import type { TimeSpan } from '../../protocol/log-source';
import type { SourceOf, SourceQuestions } from './parts';

export interface Completion {
  readonly label: string;
  /** Takes the place of what was typed from `from` on. */
  readonly text: string;
  readonly from: number;
}

const mostShown = 500;

/** What the server offers at a place of a query; [] where it has nothing to say there. Rejects with InputError. */
export async function logqlCompletions(
  text: string,
  at: number,
  { source, span }: { readonly source: SourceOf<'loki'>; readonly span: TimeSpan },
  questions: Pick<SourceQuestions, 'names' | 'values'>,
  signal?: AbortSignal,
): Promise<readonly Completion[]> {
  const place = logqlPlace(text, at);
  if (place.kind === 'other') return [];
  const asked = { source, span, within: selectorBefore(text, at) };
  const typed = text.slice(place.from, at).toLowerCase();
  const fits = (one: string) => one.toLowerCase().includes(typed);
  if (place.kind === 'label') {
    const names = await questions.names(asked, signal);
    return names
      .filter(fits)
      .slice(0, mostShown)
      .map((name) => ({ label: name, text: `${name}=`, from: place.from }));
  }
  const values = await questions.values({ ...asked, name: place.label }, signal);
  return values
    .filter(fits)
    .slice(0, mostShown)
    .map((value) => ({
      label: value,
      text: place.quoted ? quotedValue(value).slice(1) : quotedValue(value),
      from: place.from,
    }));
}
