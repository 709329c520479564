import type { RE2JS } from 're2js';
import { loadPatterns, problemOfPattern } from '../detectors/rules/pattern-search';
import type { Sentence } from '../model/finding';
import type { SecretForm } from './secret';

/** What a reader wrote to be hidden, too; `name` may be empty. */
export interface OwnPattern {
  readonly name: string;
  /** In RE2 syntax, whose time is linear in the text whatever the pattern is. */
  readonly pattern: string;
}

export interface OwnForms {
  readonly forms: readonly SecretForm[];
  /** Of patterns that are none; what they would hide is not hidden. */
  readonly problems: readonly Sentence[];
}

const longestName = 24;

/** The engine of patterns is loaded only for whoever has some. */
export async function ownForms(patterns: readonly OwnPattern[]): Promise<OwnForms> {
  if (patterns.length === 0) return { forms: [], problems: [] };
  await loadPatterns();
  const { RE2JS } = await import('re2js');
  const forms: SecretForm[] = [];
  const problems: Sentence[] = [];
  for (const [i, { name, pattern }] of patterns.entries()) {
    const problem = problemOf(pattern);
    if (problem === undefined) forms.push(formOf(kindOf(name, i + 1), RE2JS.compile(pattern)));
    else problems.push(problemSentence(name || String(i + 1), problem));
  }
  return { forms, problems };
}

/** `Employee no.` → `EMPLOYEE_NO`; `CUSTOM_2` where nothing of a name is left. */
export function kindOf(name: string, number: number): string {
  const kind = name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[_\d]+/, '')
    .slice(0, longestName)
    .replace(/_+$/, '');
  return kind === '' ? `CUSTOM_${number}` : kind;
}

function problemOf(pattern: string): string | undefined {
  return pattern === '' ? 'empty' : problemOfPattern(pattern);
}

function problemSentence(name: string, problem: string): Sentence {
  return {
    pattern:
      'Your pattern `{0}` for what is to be hidden does not compile ({1}), so it hides nothing. Mend it in the setting `oddline.privacy.patterns`.',
    values: [name, problem],
  };
}

function formOf(kind: string, pattern: RE2JS): SecretForm {
  return {
    kind,
    find(line, tell) {
      const matcher = pattern.matcher(line);
      while (matcher.find()) if (matcher.end() > matcher.start()) tell(matcher.start(), matcher.end());
    },
  };
}
