import { FormGates } from './form-gates';
import type { SecretForm, SecretKind, SecretSpan } from './secret';

/** These are hidden whole or not; of all others what an earlier form left is hidden, too: half a password is still one. */
const wholeOnly = new Set<SecretKind>(['EMAIL', 'IP', 'CARD', 'PHONE', 'ID_NUMBER', 'USER', 'KEY', 'TEXT']);

/** A line longer than this takes time worth steps. */
export const longLine = 16_384;

/** Finds what a list of forms knows; of two that overlap, the earlier form's stays. */
export class SecretSearch {
  /** `others` come last and look at every line. */
  constructor(
    forms: readonly SecretForm[],
    private readonly others: readonly SecretForm[] = [],
    private readonly gated = new GatedForms(forms),
  ) {}

  /** The same with more forms: what was made for these is not made again. */
  and(others: readonly SecretForm[]): SecretSearch {
    return new SecretSearch([], others, this.gated);
  }

  /** In order of place, none over another. Yields where a line is so long that time has passed. */
  *inSteps(line: string): Generator<void, readonly SecretSpan[]> {
    const found = new FoundSpans(line.length);
    for (const form of [...this.gated.of(line), ...this.others]) {
      take(form, line, found);
      yield;
    }
    return found.inOrder();
  }

  /** The same of a line that takes no time worth a step. */
  inLine(line: string): readonly SecretSpan[] {
    const forms = this.gated.of(line);
    if (forms.length + this.others.length === 0) return nothing;
    const found = new FoundSpans(line.length);
    for (const form of forms) take(form, line, found);
    for (const form of this.others) take(form, line, found);
    return found.inOrder();
  }
}

/** Their gates are made when the first line is looked at: who starts up pays for none. */
class GatedForms {
  private gates: FormGates | undefined;

  constructor(private readonly forms: readonly SecretForm[]) {}

  of(line: string): readonly SecretForm[] {
    this.gates ??= new FormGates(this.forms);
    return this.gates.openTo(line);
  }
}

function take(form: SecretForm, line: string, found: FoundSpans): void {
  form.find(line, (start, end) => found.take({ kind: form.kind, start, end }));
}

const nothing: readonly SecretSpan[] = [];

class FoundSpans {
  private readonly spans: SecretSpan[] = [];
  /** A byte a character: whether two overlap is seen in time linear in their length. Made for the second: most lines hold one. */
  private taken: Uint8Array | undefined;

  constructor(private readonly length: number) {}

  take(span: SecretSpan): void {
    const [only] = this.spans;
    if (only === undefined) {
      this.spans.push(span);
      return;
    }
    this.taken ??= new Uint8Array(this.length).fill(1, only.start, only.end);
    const free = freeParts(span, this.taken);
    const isWhole = free.length === 1 && free[0].start === span.start && free[0].end === span.end;
    if (!isWhole && wholeOnly.has(span.kind)) return;
    for (const part of free) {
      this.taken.fill(1, part.start, part.end);
      this.spans.push(part);
    }
  }

  inOrder(): readonly SecretSpan[] {
    return this.spans.length > 1 ? this.spans.sort((a, b) => a.start - b.start) : this.spans;
  }
}

function freeParts({ kind, start, end }: SecretSpan, taken: Uint8Array): SecretSpan[] {
  const parts: SecretSpan[] = [];
  for (let at = firstOf(0, taken, start, end); at < end; ) {
    const until = firstOf(1, taken, at, end);
    parts.push({ kind, start: at, end: until });
    at = firstOf(0, taken, until, end);
  }
  return parts;
}

function firstOf(value: 0 | 1, taken: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && taken[at] !== value) at++;
  return at;
}
