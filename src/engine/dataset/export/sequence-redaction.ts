import { keyBlocksIn, mayHoldKeys } from '../../redact/key-blocks';
import { Redactor } from '../../redact/redactor';
import type { SecretForm, SecretKind } from '../../redact/secret';
import type { DatasetSequence } from '../sequence';

interface HiddenKey {
  readonly start: number;
  readonly end: number;
  readonly placeholder: string;
}

/**
 * Hides secrets and personal data in sequences. Within a sequence the same secret is behind the same placeholder, and each begins
 * with `<IP_1>` again: numbers say nothing of the rest of the log, and nothing has to be remembered between sequences. What is constant,
 * the templates, categories and names of files, is looked at once.
 */
export class SequenceRedaction {
  /** Of each kind how many there were, each counted once in a sequence. */
  readonly masked = new Map<SecretKind, number>();
  private readonly redactor: Redactor;
  private readonly constants: Redactor;
  /** Never begins anew: two logs, and two categories, keep two names. */
  private readonly lastingOnes: Redactor;
  private readonly templates = new Map<string, string>();
  private readonly names = new Map<string, string>();

  constructor(own: readonly SecretForm[] = []) {
    this.redactor = new Redactor(own);
    this.constants = new Redactor(own);
    this.lastingOnes = new Redactor(own);
  }

  /** `sessionName`: what is written before the values that name sessions; '' where nothing is. */
  of(sequence: DatasetSequence, sessionName: string): DatasetSequence {
    const texts = this.texts(sequence.records.map(({ text }) => text));
    const records = sequence.records.map(({ line, level, time, templateId, template }, i) => ({
      line,
      level,
      time,
      templateId,
      text: texts[i],
      template: this.constant(this.templates, template),
    }));
    const session = sequence.session === null ? null : this.session(sequence.session, sessionName);
    const reasons = sequence.reasons.map((reason) => this.redactor.redact(reason));
    this.count();
    const source = this.nameOf(sequence.source);
    const { category } = sequence;
    return {
      ...sequence,
      id: sequence.id.replace(sequence.source, () => source),
      records,
      session,
      reasons,
      source,
      category: category === null ? null : this.lasting(category),
    };
  }

  /** A private key may go through many records, each with its time: it is one in all of them. */
  private texts(texts: readonly string[]): readonly string[] {
    if (!texts.some(mayHoldKeys)) return texts.map((text) => this.redactor.redact(text, false));
    const whole = texts.join('\n');
    const keys = keyBlocksIn(whole).map(({ start, end }) => ({
      ...{ start, end },
      placeholder: this.redactor.redact(whole.slice(start, end)),
    }));
    let at = 0;
    return texts.map((text) => {
      const start = at;
      at += text.length + 1;
      return this.aroundKeys(text, start, keys);
    });
  }

  /** `start`: where the text stands among what the keys were looked for in. */
  private aroundKeys(text: string, start: number, keys: readonly HiddenKey[]): string {
    let redacted = '';
    let at = 0;
    for (const key of keys) {
      const from = Math.max(at, key.start - start);
      const until = Math.min(text.length, key.end - start);
      if (from >= until) continue;
      redacted += this.redactor.redact(text.slice(at, from)) + key.placeholder;
      at = until;
    }
    return redacted + this.redactor.redact(text.slice(at));
  }

  /** As it stands in the log, since what a value is depends on the word before it. */
  private session(session: string, name: string): string {
    if (name === '') return this.redactor.redact(session);
    const before = `${name}=`;
    const redacted = this.redactor.redact(before + session);
    return redacted.startsWith(before) ? redacted.slice(before.length) : this.redactor.redact(session);
  }

  /** Of a file, as sequences and the data card have it. The ending is no part of what may be an address. */
  nameOf(name: string): string {
    const dot = name.lastIndexOf('.');
    const stem = dot > 0 && /^\.[a-z]\w*$/i.test(name.slice(dot)) ? name.slice(0, dot) : name;
    return this.lasting(stem) + name.slice(stem.length);
  }

  /** Few texts, each the same in the whole data set. */
  private lasting(text: string): string {
    const known = this.names.get(text) ?? this.lastingOnes.redact(text);
    this.names.set(text, known);
    return known;
  }

  /** What it hides is behind placeholders of its own, as it belongs to no one sequence. */
  private constant(known: Map<string, string>, text: string): string {
    const before = known.get(text);
    if (before !== undefined) return before;
    const redacted = this.constants.redact(text);
    this.constants.forget();
    known.set(text, redacted);
    return redacted;
  }

  private count(): void {
    for (const [kind, count] of this.redactor.counts)
      this.masked.set(kind, (this.masked.get(kind) ?? 0) + count);
    this.redactor.forget();
  }
}
