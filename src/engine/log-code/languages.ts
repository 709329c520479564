/** Languages whose logger calls are found. `script` is JavaScript and TypeScript. */
export type Language = 'script' | 'python' | 'java' | 'go' | 'csharp';

/** How a language writes a kind of string. */
export interface StringForm {
  /** Sticky; what it matches is the opening with its prefix. */
  readonly open: RegExp;
  readonly close: string;
  /** How the closing mark itself is written within: behind a backslash, twice, or not at all. */
  readonly escape: 'backslash' | 'doubled' | 'none';
  /** What begins an expression within, which ends at its `}`. */
  readonly expression: '${' | '{' | null;
  /** False: it ends with its line whatever stands there. */
  readonly spansLines: boolean;
}

interface Syntax {
  /** What a comment to the end of the line begins with. */
  readonly lineComments: readonly string[];
  readonly hasBlockComments: boolean;
  /** The longer opening before the shorter. */
  readonly strings: readonly StringForm[];
  /** `/` may begin a literal. */
  readonly hasRegexLiterals: boolean;
}

const languageByEnding: Readonly<Record<string, Language>> = {
  ...{ ts: 'script', tsx: 'script', mts: 'script', cts: 'script', js: 'script', jsx: 'script' },
  ...{ mjs: 'script', cjs: 'script', py: 'python', java: 'java', go: 'go', cs: 'csharp' },
};

/** Endings of files that are looked at, without the dot. */
export const sourceEndings: readonly string[] = Object.keys(languageByEnding);

export function languageOf(path: string): Language | undefined {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(languageByEnding, ending) ? languageByEnding[ending] : undefined;
}

const slashComments = { lineComments: ['//'], hasBlockComments: true };

function quoted(open: RegExp, close: string, expression: StringForm['expression'] = null): StringForm {
  return { open, close, escape: 'backslash', expression, spansLines: close.length === 3 || close === '`' };
}

const double = quoted(/"/y, '"');
const single = quoted(/'/y, "'");

export const syntaxes: Readonly<Record<Language, Syntax>> = {
  script: {
    ...slashComments,
    strings: [double, single, quoted(/`/y, '`', '${')],
    hasRegexLiterals: true,
  },
  python: {
    lineComments: ['#'],
    hasBlockComments: false,
    strings: [
      quoted(/(?:[fF][rR]?|[rR][fF])"""/y, '"""', '{'),
      quoted(/(?:[fF][rR]?|[rR][fF])'''/y, "'''", '{'),
      quoted(/(?:[fF][rR]?|[rR][fF])"/y, '"', '{'),
      quoted(/(?:[fF][rR]?|[rR][fF])'/y, "'", '{'),
      quoted(/[rRbBuU]{0,2}"""/y, '"""'),
      quoted(/[rRbBuU]{0,2}'''/y, "'''"),
      quoted(/[rRbBuU]{0,2}"/y, '"'),
      quoted(/[rRbBuU]{0,2}'/y, "'"),
    ],
    hasRegexLiterals: false,
  },
  java: {
    ...slashComments,
    strings: [quoted(/"""/y, '"""'), double, single],
    hasRegexLiterals: false,
  },
  go: {
    ...slashComments,
    strings: [double, single, { open: /`/y, close: '`', escape: 'none', expression: null, spansLines: true }],
    hasRegexLiterals: false,
  },
  csharp: {
    // Directives of the preprocessor too: the words of a #region are free.
    lineComments: ['//', '#'],
    hasBlockComments: true,
    strings: [
      { open: /\$+"""/y, close: '"""', escape: 'none', expression: '{', spansLines: true },
      { open: /"""/y, close: '"""', escape: 'none', expression: null, spansLines: true },
      { open: /(?:\$@|@\$)"/y, close: '"', escape: 'doubled', expression: '{', spansLines: true },
      { open: /@"/y, close: '"', escape: 'doubled', expression: null, spansLines: true },
      quoted(/\$"/y, '"', '{'),
      double,
      single,
    ],
    hasRegexLiterals: false,
  },
};
