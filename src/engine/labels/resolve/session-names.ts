const wholeNumber = /^-?(\d+)$/;
const lastDigits = /\d+$/;
const partOfWord = /[\p{L}\p{N}]$/u;

/**
 * What people call sessions: by the id that their records share, or by what stands before a number, too. Of `job_17` the log's templates say
 * `job_<number>`, and 17 is the id.
 */
export class SessionNames {
  private readonly wanted: ReadonlySet<string>;
  /** Names that end in a number, by its digits. */
  private readonly byDigits = new Map<string, string[]>();

  constructor(names: readonly string[]) {
    this.wanted = new Set(names);
    for (const name of this.wanted) {
      const digits = lastDigits.exec(name)?.[0];
      if (digits === undefined) continue;
      const alike = this.byDigits.get(digits);
      if (alike === undefined) this.byDigits.set(digits, [name]);
      else alike.push(name);
    }
  }

  /** Those that mean the session with this id. `patterns`: of its records; asked for only where a name may be meant. */
  meaning(id: string, patterns: () => readonly string[]): readonly string[] {
    const digits = wholeNumber.exec(id)?.[1];
    const alike = digits === undefined ? [] : (this.byDigits.get(digits) ?? []);
    const longer = alike.filter((name) => name.length > id.length && name.endsWith(id));
    const told = longer.length === 0 ? [] : patterns();
    const written = longer.filter((name) => {
      const before = name.slice(0, name.length - id.length);
      return told.some((pattern) => standsIn(pattern, before));
    });
    return this.wanted.has(id) ? [id, ...written] : written;
  }
}

/** Whether a value stands behind exactly these words: not `ob_` of `job_<number>`. */
function standsIn(pattern: string, before: string): boolean {
  const parts = pattern.split(`${before}<`);
  return parts.slice(0, -1).some((part) => !(partOfWord.test(part) && /^[\p{L}\p{N}]/u.test(before)));
}
