import type { Concern } from '../../detectors/detector';
import type { Rule } from '../../detectors/rules/rule';
import { RuleBook, type RuleMatch } from '../../detectors/rules/rule-book';
import type { RuleScores } from '../../detectors/rules/rule-scores';
import { gravest } from '../../detectors/rules/signature-rules';
import { type Finding, type Reason, type Severity, severities } from '../../model/finding';
import { Level, levelName } from '../../model/level';
import type { RecordTable } from '../../model/record-table';
import type { ByteOffset, LineIndex, RecordIndex } from '../../model/units';
import type { SourceTexts } from '../../records/source-texts';
import { tokenize } from '../../templates/tokenizer';
import type { Episode } from '../folding';
import { triagePatterns } from '../sentences';
import { severityOf } from '../severity';
import { Strongest } from '../strongest';
import { errorFieldsOf, statementOf } from './inner-texts';

/** Findings whose causes are looked for: more than a person looks at. */
const mostReadBack = 500;
/** Bytes and lines of a record that are read. */
const mostBytes = 16 << 10;
const mostLines = 200;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** What a record says of its cause beside its message, as a rule knows it. */
interface InnerCause {
  readonly rule: Rule;
  readonly words: string;
  /** 0 to 1. */
  readonly score: number;
  readonly line: LineIndex;
}

/**
 * Templates know a record by its message: the exception behind `Cannot issue invoice` stands on the next line, or in a field
 * of its own. Of the records it is given whose author called them warnings or worse, and only of those, it is looked up there.
 */
export class InnerCauses {
  private readonly found = new Map<RecordIndex, InnerCause>();
  private book: RuleBook | undefined;

  constructor(
    private readonly records: RecordTable,
    private readonly texts: SourceTexts,
    private readonly rules: readonly Rule[],
    private readonly scores: RuleScores,
  ) {}

  /** Reads the strongest back, at most 500 and 16 KiB of each; yields between them. */
  *gather(episodes: readonly Episode[]): Generator<void, void> {
    const strongest = new Strongest<RecordIndex>(mostReadBack);
    for (const { first, score } of episodes)
      if (this.records.level.get(first) >= Level.warn) strongest.offer(first, score);
    for (const record of strongest.inOrder()) {
      const cause = this.causeOf(record);
      if (cause !== undefined) this.found.set(record, cause);
      yield;
    }
  }

  /**
   * The finding of `record` with its cause, where one was found that is graver than `own`, the rule its message fits: a further
   * reason, the cause's category and hint, and at least the severity that the cause alone would have.
   */
  explained(finding: Finding, record: RecordIndex, own: Severity | undefined): Finding {
    const cause = this.found.get(record);
    if (cause === undefined || rankOf(cause.rule.severity) <= rankOf(own)) return finding;
    const { category, hint } = cause.rule;
    const reasons = [...finding.reasons, this.reasonOf(cause)].sort((a, b) => b.score - a.score);
    const severity = graverOf(finding.severity, severityOf(cause.score));
    return { ...finding, severity, category, hint: hint ?? finding.hint, reasons };
  }

  private reasonOf({ rule, words, score, line }: InnerCause): Reason {
    const place = { source: this.records.sourceOfLine(line), line: this.records.lineNumber(line) };
    const message = { pattern: triagePatterns.innerCause, values: [rule.id, words] };
    return {
      detector: 'rules',
      score,
      message,
      evidence: [{ ...place, note: { pattern: triagePatterns.here, values: [] } }],
    };
  }

  /** The gravest; of equals the last, since what was caused stands before its cause. */
  private causeOf(record: RecordIndex): InnerCause | undefined {
    const { records } = this;
    const level = levelName(records.levelAt(record));
    let best: InnerCause | undefined;
    for (const { text, line } of this.statements(record)) {
      const match = this.matchIn(text);
      const score = match === undefined ? 0 : Math.fround(this.scores.ofMatch(match, level));
      if (match === undefined || score < (best?.score ?? Number.MIN_VALUE)) continue;
      best = { rule: match.rule, words: match.words, score, line };
    }
    return best;
  }

  private *statements(record: RecordIndex): Generator<{ text: string; line: LineIndex }, void> {
    const { records } = this;
    const first = records.firstLine.get(record) as LineIndex;
    const last = Math.min(records.lastLine(record), first + mostLines);
    const begin = records.lineStart.get(first);
    const end = (begin + mostBytes) as ByteOffset;
    const bytes = this.texts.read(records.sourceOfRecord(record), begin as ByteOffset, end);
    const textOf = (line: number) => {
      const from = records.lineStart.get(line) - begin;
      const until = line === last ? endOfLine(bytes, from) : records.lineStart.get(line + 1) - begin;
      return decoder.decode(bytes.subarray(from, until));
    };
    for (const text of errorFieldsOf(textOf(first))) yield { text, line: first };
    for (let line = first + 1; line <= last && records.lineStart.get(line) - begin < bytes.length; line++) {
      const text = statementOf(textOf(line));
      if (text !== '') yield { text, line: line as LineIndex };
    }
  }

  private matchIn(text: string): RuleMatch | undefined {
    this.book ??= new RuleBook(this.rules);
    const bytes = encoder.encode(text);
    const tokens = tokenize(bytes, 0, bytes.length).map((token) => token.text);
    const matches = this.book.matches({ tokens, eventClass: '', text: () => tokens.join(' ') });
    return gravest(matches.filter(({ rule }) => rule.value === null && rule.burst === null));
  }
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(0x0a, from);
  return end < 0 ? bytes.length : end;
}

function rankOf(severity: Severity | undefined): number {
  return severity === undefined ? -1 : severities.indexOf(severity);
}

function graverOf(a: Severity, b: Severity): Severity {
  return rankOf(a) < rankOf(b) ? b : a;
}

/** Findings with what their records say of their cause; `episodes[i]` are the records of `findings[i]`, in order. */
export function* withInnerCauses(
  causes: InnerCauses,
  findings: readonly Finding[],
  episodes: readonly Episode[],
  ruleOf: (record: RecordIndex) => Pick<Concern, 'severity'> | undefined,
): Generator<void, Finding[]> {
  yield* causes.gather(episodes);
  return findings.map((finding, i) =>
    causes.explained(finding, episodes[i].first, ruleOf(episodes[i].first)?.severity),
  );
}
