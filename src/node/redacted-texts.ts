import { setImmediate } from 'node:timers/promises';
import { Redactor } from '../engine/redact/redactor';
import type { SecretForm } from '../engine/redact/secret';

/** Whoever waits on this thread waits no longer. */
const stepMs = 8;

/**
 * The same texts with secrets and personal data behind placeholders, equal ones behind the same. `own`: the reader's own patterns.
 * Rejects with the signal's reason.
 */
export async function redactedTexts(
  texts: readonly string[],
  signal: AbortSignal,
  own: readonly SecretForm[] = [],
): Promise<readonly string[]> {
  const redactor = new Redactor(own);
  const redacted: string[] = [];
  let pausedAt = performance.now();
  for (const text of texts) {
    redacted.push(redactor.redact(text));
    if (performance.now() - pausedAt < stepMs) continue;
    await setImmediate();
    signal.throwIfAborted();
    pausedAt = performance.now();
  }
  return redacted;
}
