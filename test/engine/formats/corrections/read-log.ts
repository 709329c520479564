import type {
  FormatCorrection,
  FormatGesture,
} from '../../../../src/engine/formats/corrections/format-correction';
import { learnCorrection } from '../../../../src/engine/formats/corrections/learn-correction';
import type { LineNumber } from '../../../../src/engine/model/units';
import { Session } from '../../../../src/engine/session';
import { finish } from '../../log-builder';
import { referenceSeconds } from './odd-headers';

export interface ReadRecord {
  readonly line: LineNumber;
  /** Milliseconds since the epoch, or null. */
  readonly time: number | null;
  readonly level: string;
  readonly pattern: string;
}

/** What a session makes of the lines: records in order, and their templates. */
export function readLog(lines: readonly string[], formatCorrections: readonly FormatCorrection[]) {
  const session = new Session();
  session.openSource({ path: 'odd.log', role: 'log', referenceSeconds, formatCorrections });
  session.push(Buffer.from(lines.join('\n')));
  session.closeSource();
  const templates = finish(session.mineTemplates());
  const records = templates.flatMap(({ id, pattern }) =>
    session.templates.linesOfTemplate(id, 0, lines.length).lines.map(
      ({ line, time, level }): ReadRecord => ({
        line,
        time: time === null ? null : Number(BigInt(time) / 1_000_000n),
        level,
        pattern,
      }),
    ),
  );
  return { templates, records: records.sort((a, b) => a.line - b.line) };
}

/** What the gesture teaches on these lines; throws the sentence where that is nothing. */
export function taught(
  gesture: FormatGesture,
  lines: readonly string[],
  corrections: readonly FormatCorrection[] = [],
): FormatCorrection {
  const answer = learnCorrection(
    gesture,
    lines.map((line) => Buffer.from(line)),
    { referenceSeconds, corrections },
  );
  if ('pattern' in answer) throw new Error(answer.pattern);
  return answer;
}

/** Selects the first occurrence of `selected` in the nth line. */
export function show(
  role: FormatGesture['role'],
  lines: readonly string[],
  nth: number,
  selected: string,
): FormatGesture {
  const start = lines[nth].indexOf(selected);
  return { role, text: lines[nth], start, end: start + selected.length };
}
