import type { Comparison } from '../../../../src/engine/model/comparison';
import { Session } from '../../../../src/engine/session';
import type { SessionOptions } from '../../../../src/engine/session-values';
import { textsOf } from '../../source-texts';

const encoder = new TextEncoder();

/** A bad log against good ones, each given as one text; the bad one is opened first, as hosts do. */
export function compareLogs(
  bad: string | Uint8Array,
  goods: readonly (string | Uint8Array)[],
  { chunk = 1 << 20, ...options }: SessionOptions & { readonly chunk?: number } = {},
): Comparison {
  const session = new Session(options);
  const bytes = [bad, ...goods].map((text) => (typeof text === 'string' ? encoder.encode(text) : text));
  for (const [index, content] of bytes.entries()) {
    const role = index === 0 ? 'log' : 'baseline';
    session.openSource({ path: `${role}${index}`, role, referenceSeconds: 1_790_000_000 });
    for (let at = 0; at < content.length; at += chunk) session.push(content.subarray(at, at + chunk));
    session.closeSource();
  }
  const steps = session.compare(textsOf(...bytes));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Lines that findings cover, from 1. */
export function foundLines({ findings }: Comparison): number[] {
  return findings.flatMap(({ line, endLine }) =>
    Array.from({ length: endLine - line + 1 }, (_, i) => line + i),
  );
}
