import { visibleText } from '../../shared/visible-text';

/** A label that has more values names single entries (an id), not streams. */
const mostValues = 20;
/** Anybody may write labels: what is kept of them, and looked at, has an end. */
const mostNames = 200;
const longestBraces = 4000;
const mostKept = 1000;
const mostInChip = 2;
const mostChipChars = 24;
/** Loki guesses it from the text, which stands beside it. */
const guessed = 'detected_level';

const label = /([^\s=",{}]+|"(?:[^"\\]|\\.)*")=("(?:[^"\\]|\\.)*")/y;

type Labels = readonly (readonly [name: string, value: string])[];

/**
 * Labels of entries, folded into a few words: the values of those that tell the streams apart that were shown so far. What all entries
 * share says nothing beside each of them.
 */
export class LabelChips {
  private readonly values = new Map<string, Set<string>>();
  private readonly parsed = new Map<string, Labels>();
  /** Rises when other labels tell the streams apart, or chips get wider: those made before look different now. */
  version = 0;
  /** Characters of the longest: all are as wide, or the texts behind them would not begin at one place. */
  width = 0;

  /** Takes the labels of one more entry into account, in their braces. */
  take(braces: string): void {
    if (this.parsed.has(braces)) return;
    if (this.parsed.size >= mostKept) this.parsed.clear();
    const labels = labelsOf(braces);
    this.parsed.set(braces, labels);
    for (const [name, value] of labels) this.takeValue(name, value);
  }

  /** Values with a blank between them; `{…}` where none tells anything. */
  chipOf(braces: string): string {
    const labels = this.parsed.get(braces) ?? labelsOf(braces);
    const telling = labels.filter(([name]) => name !== guessed && this.tells(name)).slice(0, mostInChip);
    const text = telling.length === 0 ? '{…}' : visibleText(telling.map(([, value]) => value).join(' '));
    const chip = text.length > mostChipChars ? `${text.slice(0, mostChipChars - 1)}…` : text;
    if (chip.length > this.width) {
      this.width = chip.length;
      this.version++;
    }
    return chip;
  }

  private tells(name: string): boolean {
    const count = this.values.get(name)?.size ?? 0;
    return count > 1 && count <= mostValues;
  }

  private takeValue(name: string, value: string): void {
    const values = this.values.get(name) ?? new Set();
    if (values.size === 0 && this.values.size >= mostNames) return;
    this.values.set(name, values);
    if (values.size > mostValues) return;
    const told = this.tells(name);
    values.add(value);
    if (this.tells(name) !== told) this.version++;
  }
}

function labelsOf(braces: string): Labels {
  if (braces.length > longestBraces) return [];
  const labels: (readonly [string, string])[] = [];
  label.lastIndex = 1;
  for (let found = label.exec(braces); found; found = label.exec(braces)) {
    labels.push([unquoted(found[1]), unquoted(found[2])]);
    label.lastIndex += 2;
  }
  return labels;
}

/** As it is written where it is no string of JSON. */
function unquoted(text: string): string {
  try {
    return text.startsWith('"') ? String(JSON.parse(text)) : text;
  } catch {
    return text;
  }
}
