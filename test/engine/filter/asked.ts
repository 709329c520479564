import type { FilterClause, FilterTest, LogFilter } from '../../../src/engine/filter/filter';
import type { FilterQuestion, LinesLeft } from '../../../src/engine/filter/filter-question';
import { Session } from '../../../src/engine/session';
import { textsOf } from '../source-texts';

/** Logs that were read, and what is asked of them. */
export class AskedLogs {
  readonly session = new Session();
  private readonly texts: readonly string[];

  constructor(...texts: readonly string[]) {
    this.texts = texts;
    for (const [i, text] of texts.entries()) {
      this.session.openSource({ path: `${i}.log`, role: 'log', referenceSeconds: 1_795_000_000 });
      this.session.push(new TextEncoder().encode(text));
      this.session.closeSource();
    }
  }

  left(question: Partial<FilterQuestion> = {}): LinesLeft {
    const whole: FilterQuestion = {
      filter: { clauses: [], context: 0 },
      lines: this.session.lineCount,
      searched: [],
      findings: [],
      bookmarkLines: [],
      noise: 0,
      unfolded: [],
      unfoldedTemplates: [],
      ...question,
    };
    const steps = this.session.lines.shown(whole, textsOf(...this.texts));
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  }

  /** From 0 through all logs. */
  shown(question: Partial<FilterQuestion> = {}): number[] {
    return membersOf(this.left(question).lines, question.lines ?? this.session.lineCount);
  }
}

export const include = (test: FilterTest): FilterClause => ({ mode: 'include', test, enabled: true });
export const exclude = (test: FilterTest): FilterClause => ({ mode: 'exclude', test, enabled: true });
export const filterOf = (clauses: readonly FilterClause[], context = 0): LogFilter => ({ clauses, context });

/** All lines where nothing is said. */
export function membersOf(bits: ArrayBuffer | null, lines: number): number[] {
  const all = [...Array(lines).keys()];
  if (bits === null) return all;
  const bytes = new Uint8Array(bits);
  return all.filter((line) => (bytes[line >>> 3] >>> (line & 7)) & 1);
}

export function bitsOf(lines: readonly number[], length: number): ArrayBuffer {
  const bytes = new Uint8Array(Math.ceil(length / 8));
  for (const line of lines) bytes[line >>> 3] |= 1 << (line & 7);
  return bytes.buffer;
}
