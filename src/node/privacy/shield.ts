import { setImmediate } from 'node:timers/promises';
import { type OwnForms, type OwnPattern, ownForms } from '../../engine/redact/own-patterns';
import type { PlaceholderRestorer } from '../../engine/redact/placeholders';
import { Redactor } from '../../engine/redact/redactor';
import type { HiddenValue, SecretForm } from '../../engine/redact/secret';

/** Whoever waits on this thread waits no longer. */
const stepMs = 8;

/** The reader's own patterns as a shield takes them; `problems`: those that are none, with their cure. */
export function formsOf(patterns: readonly OwnPattern[]): Promise<OwnForms> {
  return ownForms(patterns);
}

/** Hides what must not leave and puts it back, in steps that let others work. One for the life of a conversation. */
export class PrivacyShield {
  private readonly redactor: Redactor;
  /** Texts are redacted one after the other: the numbers of placeholders do not depend on who is faster. */
  private last: Promise<unknown> = Promise.resolve();

  /** `own`: the reader's own patterns (`formsOf`). */
  constructor(own: readonly SecretForm[] = []) {
    this.redactor = new Redactor(own);
  }

  /** Rejects with the signal's reason. */
  redact(text: string, signal?: AbortSignal): Promise<string> {
    return this.next(() => this.inSteps(this.redactor.steps(text), signal));
  }

  /**
   * Of a text that values were put back into, as an answer that was shown, or what a tool says of arguments with values in them: all that
   * was ever hidden is hidden in it, also where nothing around it tells what it is. Rejects with the signal's reason.
   */
  redactTold(text: string, signal?: AbortSignal): Promise<string> {
    return this.next(() => this.inSteps(this.redactor.toldSteps(text), signal));
  }

  /** What was hidden and stands in a text, so that it can be hidden again by a shield that begins anew (`know`). */
  hiddenIn(text: string): readonly HiddenValue[] {
    return this.redactor.hiddenIn(text);
  }

  know(values: readonly HiddenValue[]): void {
    for (const value of values) this.redactor.know(value);
  }

  restore(text: string): string {
    return this.redactor.restore(text);
  }

  /** For one text that comes in pieces, as an answer does. */
  restorer(): PlaceholderRestorer {
    return this.redactor.restorer();
  }

  /** How many different values stand behind placeholders, by kind. */
  counts(): ReadonlyMap<string, number> {
    return this.redactor.counts;
  }

  private next(redact: () => Promise<string>): Promise<string> {
    const redacted = this.last.then(redact);
    this.last = redacted.catch(() => undefined);
    return redacted;
  }

  private async inSteps(steps: Generator<void, string>, signal: AbortSignal | undefined): Promise<string> {
    let pausedAt = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (performance.now() - pausedAt < stepMs) continue;
      await setImmediate();
      signal?.throwIfAborted();
      pausedAt = performance.now();
    }
  }
}
