import { builtInForms } from './built-in-forms';
import { keyBlocksIn, mayHoldKeys } from './key-blocks';
import { patternForm } from './pattern-form';
import { PlaceholderRestorer, placeholderPattern } from './placeholders';
import { type HiddenValue, knownKinds, type SecretForm, type SecretKind, type SecretSpan } from './secret';
import { longLine, SecretSearch } from './secrets-in-line';
import { toldForms } from './told-values';

/** What is surest first. */
function searchFor(kinds: readonly SecretKind[], own: readonly SecretForm[]): SecretSearch {
  const placeholders = patternForm({
    kind: 'TEXT',
    pattern: placeholderPattern(kinds),
    needles: ['_'],
    besides: [...'0123456789'].map((digit) => `_${digit}`),
  });
  return new SecretSearch([placeholders, ...own, ...builtInForms]);
}

/** Of all who have no patterns of their own: it remembers nothing of a line. */
let usualSearch: SecretSearch | undefined;

/** Characters of lines between two steps. */
const stepLength = 4096;

/**
 * Hides secrets behind placeholders: the same secret behind the same one for the life of a redactor, so that what is said of
 * `<IP_3>` still makes sense, and can be put back. Text that looks like a placeholder is hidden too: nothing is put back wrongly.
 */
export class Redactor {
  private readonly placeholders = new Map<string, string>();
  private readonly secrets = new Map<string, string>();
  private readonly numbers = new Map<SecretKind, number>();
  private readonly kinds: readonly SecretKind[];
  private readonly kindOf = new Map<string, SecretKind>();
  private readonly search: SecretSearch;

  /** `own`: the reader's own patterns (`ownForms`), which come before all others. */
  constructor(own: readonly SecretForm[] = []) {
    this.kinds = [...new Set([...knownKinds, ...own.map(({ kind }) => kind)])];
    usualSearch ??= searchFor(knownKinds, []);
    this.search = own.length === 0 ? usualSearch : searchFor(this.kinds, own);
  }

  /** How many different secrets of a kind were met. */
  get counts(): ReadonlyMap<SecretKind, number> {
    return this.numbers;
  }

  /** Begins anew: placeholders count from 1 again, and none of before can be put back. */
  forget(): void {
    for (const known of [this.placeholders, this.secrets, this.numbers, this.kindOf]) known.clear();
  }

  /** Line by line, but for private keys, which are one from their first line to their last. `hasKeys`: where it is known. */
  redact(text: string, hasKeys = mayHoldKeys(text)): string {
    if (!hasKeys && text.length <= longLine && !text.includes('\n')) {
      const spans = this.search.inLine(text);
      return spans.length === 0 ? text : this.hidden(text, spans);
    }
    const steps = this.steps(text);
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
  }

  /** The same, stopping every few thousand characters, so that others can work in between. */
  steps(text: string): Generator<void, string> {
    return this.hiding(text, this.search);
  }

  /** Of a text that values were put back into: all that was ever hidden is hidden in it, wherever it stands. */
  *toldSteps(text: string): Generator<void, string> {
    const told = yield* toldForms(text, this.kindOf);
    return yield* this.hiding(text, told.length === 0 ? this.search : this.search.and(told));
  }

  /** What was hidden and stands in a text. */
  hiddenIn(text: string): readonly HiddenValue[] {
    return [...this.kindOf].flatMap(([value, kind]) => (text.includes(value) ? [{ kind, value }] : []));
  }

  /** Hidden by another redactor before. A kind that is not known here any more becomes `TEXT`, which is. */
  know({ kind, value }: HiddenValue): void {
    if (value !== '') this.placeholderOf(this.kinds.includes(kind) ? kind : 'TEXT', value);
  }

  private *hiding(text: string, search: SecretSearch): Generator<void, string> {
    const redacted: string[] = [];
    let at = 0;
    for (const { kind, start, end } of [...keyBlocksIn(text), nothingAt(text.length)]) {
      redacted.push(yield* this.lines(text.slice(at, start), search));
      if (end > start) redacted.push(this.placeholderOf(kind, text.slice(start, end)));
      at = end;
    }
    return redacted.join('');
  }

  /** Puts back what `redact` hid, wherever its placeholders stand. */
  restore(text: string): string {
    const restorer = this.restorer();
    return restorer.push(text) + restorer.end();
  }

  /** The same for text that comes in pieces. */
  restorer(): PlaceholderRestorer {
    return new PlaceholderRestorer(this.kinds, (placeholder) => this.secrets.get(placeholder));
  }

  private *lines(text: string, search: SecretSearch): Generator<void, string> {
    let redacted = '';
    let paused = 0;
    for (let at = 0; at < text.length; ) {
      const feed = text.indexOf('\n', at);
      const end = feed < 0 ? text.length : feed + 1;
      const line = text.slice(at, end);
      const spans = line.length > longLine ? yield* search.inSteps(line) : search.inLine(line);
      redacted += spans.length === 0 ? line : this.hidden(line, spans);
      at = end;
      if (at - paused < stepLength) continue;
      yield;
      paused = at;
    }
    return redacted;
  }

  private hidden(line: string, spans: readonly SecretSpan[]): string {
    let redacted = '';
    let at = 0;
    for (const { kind, start, end } of spans) {
      redacted += line.slice(at, start) + this.placeholderOf(kind, line.slice(start, end));
      at = end;
    }
    return redacted + line.slice(at);
  }

  private placeholderOf(kind: SecretKind, secret: string): string {
    const key = `${kind} ${secret}`;
    const known = this.placeholders.get(key);
    if (known !== undefined) return known;
    const number = (this.numbers.get(kind) ?? 0) + 1;
    this.numbers.set(kind, number);
    const placeholder = `<${kind}_${number}>`;
    this.placeholders.set(key, placeholder);
    this.secrets.set(placeholder, secret);
    this.kindOf.set(secret, kind);
    return placeholder;
  }
}

function nothingAt(end: number): SecretSpan {
  return { kind: 'KEY', start: end, end };
}
