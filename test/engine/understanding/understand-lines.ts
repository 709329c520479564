import type { FormatCorrection } from '../../../src/engine/formats/corrections/format-correction';
import type { SourceUnderstanding } from '../../../src/engine/model/understanding';
import { Session } from '../../../src/engine/session';

/** What a session understands of these lines. */
export function understandLines(
  lines: readonly string[],
  formatCorrections: readonly FormatCorrection[] = [],
  path = 'app.log',
): SourceUnderstanding {
  const bytes = Buffer.from(lines.join('\n'));
  const session = new Session();
  const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;
  session.openSource({ path, role: 'log', referenceSeconds, formatCorrections });
  session.push(bytes);
  session.closeSource();
  return session.understand({ read: (_, start, end) => bytes.subarray(start, end) })[0];
}
