import { citationsIn } from '../citations/citation-syntax';
import { codeSpans } from '../citations/code-spans';
import { withoutMarks } from '../citations/marks';
import { type Sentence, type Severity, severities } from '../model/finding';
import type { GivenCause, GivenEvidence, GivenFinding, GivenReport } from './given-report';
import { jsonObjectIn } from './json-in-text';

export type ReadReport =
  | { readonly report: GivenReport }
  /** What is wrong with it. */
  | { readonly problem: Sentence };

const mostEntries = 50;
const mostCharacters = 4_000;
const otherSeverities: Readonly<Record<string, Severity>> = {
  fatal: 'critical',
  severe: 'critical',
  error: 'high',
  major: 'high',
  warning: 'medium',
  warn: 'medium',
  moderate: 'medium',
  minor: 'low',
  info: 'low',
};

/**
 * Reads a report out of what a model wrote: in a fence or not, with text around it, with fields named nearly as they should be.
 * `restore` puts back what placeholders stand for; it is given each text by itself, as what is put back may break JSON.
 */
export function readReport(text: string, restore: (text: string) => string = (same) => same): ReadReport {
  const given = jsonObjectIn(text);
  if (given === undefined)
    return {
      problem: { pattern: 'The model gave no report: there is no JSON object in its answer.', values: [] },
    };
  const reader = new ReportReader(restore);
  const report = reader.report(given);
  const { lacking } = reader;
  return lacking === undefined
    ? { report }
    : {
        problem: {
          pattern: 'The model’s report lacks “{0}”, or has something else there.',
          values: [lacking],
        },
      };
}

type Members = Readonly<Record<string, unknown>>;

/** Goes on where something is lacking, and keeps the first name. */
class ReportReader {
  lacking: string | undefined;

  constructor(private readonly restore: (text: string) => string) {}

  report(given: Members): GivenReport {
    return {
      summary: this.text(given.summary, 'summary'),
      needsActionNow: this.flag(given.needsActionNow ?? given.needs_action_now, 'needsActionNow'),
      findings: this.entries(given.findings, 'findings', this.finding),
      causes: this.entries(given.causes, 'causes', this.cause),
      nextChecks: this.checks(given.nextChecks ?? given.next_checks ?? []),
    };
  }

  private readonly finding = (given: Members, path: string): GivenFinding => ({
    severity: this.severity(given.severity, `${path}.severity`),
    type: typeof given.type === 'string' ? this.clean(given.type) : '',
    detail: this.text(given.detail ?? given.description, `${path}.detail`),
    evidence: this.evidence(given.evidence ?? given.lines),
  });

  private readonly cause = (given: Members, path: string): GivenCause => ({
    cause: this.text(given.cause ?? given.description, `${path}.cause`),
    confidence: this.share(given.confidence, `${path}.confidence`),
    evidence: this.evidence(given.evidence ?? given.lines),
  });

  private entries<T>(given: unknown, path: string, read: (entry: Members, path: string) => T): T[] {
    if (!Array.isArray(given)) return this.lacks(path, []);
    return given.slice(0, mostEntries).map((entry, index) => {
      const at = `${path}[${index}]`;
      return read(isMembers(entry) ? entry : this.lacks(at, {}), at);
    });
  }

  private checks(given: unknown): string[] {
    if (!Array.isArray(given)) return this.lacks('nextChecks', []);
    return given
      .filter((check) => typeof check === 'string')
      .slice(0, mostEntries)
      .map((check) => this.clean(check));
  }

  /** `{line, quote}`, a line, a list of lines. */
  private evidence(given: unknown): GivenEvidence[] {
    const entries = Array.isArray(given) ? given : given === undefined ? [] : [given];
    return entries.slice(0, mostEntries).map((entry) => {
      const { line, lines, quote } = isMembers(entry) ? entry : { line: entry, lines: undefined, quote: '' };
      const citations = [line ?? lines].flat().flatMap(citationsOfField);
      return { citations, quote: typeof quote === 'string' ? unfenced(this.clean(quote)) : '' };
    });
  }

  private severity(given: unknown, path: string): Severity {
    const word = typeof given === 'string' ? given.trim().toLowerCase() : '';
    return (
      severities.find((severity) => severity === word) ?? otherSeverities[word] ?? this.lacks(path, 'low')
    );
  }

  private flag(given: unknown, path: string): boolean {
    if (typeof given === 'boolean') return given;
    if (given === 'true' || given === 'yes') return true;
    return given === 'false' || given === 'no' ? false : this.lacks(path, false);
  }

  /** 0.8, 80 and `80 %` are the same. */
  private share(given: unknown, path: string): number {
    const value = typeof given === 'string' ? Number.parseFloat(given) : given;
    if (typeof value !== 'number' || !(value >= 0 && value <= 100)) return this.lacks(path, 0);
    return value > 1 || (typeof given === 'string' && given.includes('%')) ? value / 100 : value;
  }

  private text(given: unknown, path: string): string {
    return typeof given === 'string' && given.trim() !== '' ? this.clean(given) : this.lacks(path, '');
  }

  private clean(text: string): string {
    return withoutMarks(this.restore(text)).trim().slice(0, mostCharacters);
  }

  private lacks<T>(path: string, instead: T): T {
    this.lacking ??= path;
    return instead;
  }
}

function citationsOfField(given: unknown): GivenEvidence['citations'] {
  const bare = typeof given === 'number' ? `L${given}` : typeof given === 'string' ? given.trim() : '';
  const named = /^\d/.test(bare) ? `L${bare}` : bare;
  const bracketed = /^[[【［]/.test(named) ? named : `[${named}]`;
  return citationsIn(bracketed, 0, Math.min(bracketed.length, mostCharacters), []);
}

/** A quote that came in backticks all the same. */
function unfenced(quote: string): string {
  const [span] = codeSpans(quote, 0, quote.length);
  return span !== undefined && span.start === 0 && span.end === quote.length ? span.text : quote;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
