import type { NeedleAutomaton } from './needle-automaton';

/** What a look at each character says of a line: most lines lack what most forms need. */
export const facts = {
  /** `=` or `:`, also as they are written in Chinese. */
  assigned: 1,
  /** Letters, digits, `_` and `-` in a row, as many as the shortest token has. */
  longWord: 2,
  /** As many of them as the shortest token whose parts stand between points has in one part. */
  tokenPart: 4,
  /** As many of them as the shortest token of one part that is known by its shape alone. */
  longToken: 8,
  /** Four numbers with points between. */
  dotted: 16,
  /** Two colons together, or as many as an address of IPv6 has. */
  colons: 32,
  /** As many digits as the shortest phone number with only signs between that people write into numbers. */
  digits: 64,
  /** A digit behind `+` or `(`. */
  plus: 128,
  /** Characters of base64 in a row, as many as the shortest key without a beginning of its own has. */
  longBase64: 256,
  /** Seven digits in a row. */
  digits7: 512,
  /** Eleven digits in a row, or groups of four and more. */
  longNumber: 1024,
  /** Fifteen digits in a row. */
  digits15: 2048,
  /** Three digits, a sign between, and four and more. */
  threeAndFour: 4096,
} as const;

/** Every value that facts may have together is less. */
export const factValues = 8192;

const shortestToken = 16;
const shortestPart = 24;
const shortestWhole = 34;
const fewestDigits = 10;
const shortestKey = 40;

const digit = 1;
const word = 2;
const joinsNumbers = 4;
const base64 = 8;
const assigns = 16;
const odd = 32;
const alphanumeric = 64;

const plus = '+'.charCodeAt(0);
const bracket = '('.charCodeAt(0);
const colon = ':'.charCodeAt(0);
const dot = '.'.charCodeAt(0);
const hyphen = '-'.charCodeAt(0);
const space = ' '.charCodeAt(0);

/** By character; what is not named is nothing. */
const kinds = new Map<string, number>([
  ...[...'0123456789'].map((one) => [one, digit | word | base64 | alphanumeric] as const),
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_'].map(
    (one) => [one, word | base64 | alphanumeric] as const,
  ),
  ...[...'+/'].map((one) => [one, base64] as const),
  ...[...' .()'].map((one) => [one, joinsNumbers] as const),
  ...[...'=:：'].map((one) => [one, assigns] as const),
  ['-', word | joinsNumbers],
  // Beyond ASCII the only letters that become one of ASCII in small letters, or are one to a pattern that heeds no capitals.
  ...[...'\u0130\u017f\u212a'].map((one) => [one, odd] as const),
]);

/** Looks at lines; made once for all of them. */
export class LineFacts {
  /** Of `facts`. */
  found = 0;
  /** Whether capital and small letters are not as in ASCII: needles are looked for in small letters then, and patterns may hold what no needle says. */
  isOdd = false;
  /** Of the automaton's endings those in the line, each once: the first `ended`. */
  readonly endings: Uint16Array;
  ended = 0;
  /** By ending: the number of the last line with it. */
  private readonly endedIn: Uint32Array;
  private line = 0;
  /** By UTF-16 unit: the class of the automaton, and above it the kind. */
  private readonly units: Uint16Array;

  constructor(private readonly needles: NeedleAutomaton) {
    this.endings = new Uint16Array(needles.endings.length);
    this.endedIn = new Uint32Array(needles.endings.length);
    this.units = Uint16Array.from(needles.classes);
    for (const [unit, kind] of kinds) this.units[unit.charCodeAt(0)] |= kind << 8;
  }

  look(line: string): void {
    this.line++;
    this.ended = 0;
    this.isOdd = false;
    this.found = this.factsOf(line);
    if (this.isOdd) this.factsOf(line.toLowerCase());
  }

  /** One loop for all, since most lines hold nothing and it is all they cost. Ends needles as it goes. */
  private factsOf(line: string): number {
    const { units } = this;
    const { next, shift, firstEnding } = this.needles;
    let state = 0;
    let found = 0;
    let kind = 0;
    let wordFrom = 0;
    let longestWord = 0;
    let keyFrom = 0;
    let longestKey = 0;
    let joined = 0;
    let colons = 0;
    let runFrom = 0;
    let runs = 0;
    let longestRun = 0;
    let runBefore = 0;
    let endBefore = -2;
    for (let i = 0; i <= line.length; i++) {
      const kindBefore = kind;
      // Its end is like any sign behind it.
      const code = i < line.length ? line.charCodeAt(i) : 0;
      const unit = units[code];
      state = next[(state << shift) | (unit & 0xff)];
      if (state >= firstEnding) this.end(state - firstEnding);
      kind = unit >> 8;
      // Behind a letter another changes nothing, nor a digit behind a digit.
      if (kind === kindBefore && kind & alphanumeric) continue;
      if (kind & digit) {
        const last = i === 0 ? 0 : line.charCodeAt(i - 1);
        if (last === plus || last === bracket) found |= facts.plus;
        runs = endBefore === i - 1 && last === dot ? runs + 1 : 1;
        if (runs === 4) found |= facts.dotted;
        runFrom = i;
        continue;
      }
      if (kindBefore & digit) {
        const run = i - runFrom;
        joined += run;
        if (joined >= fewestDigits) found |= facts.digits;
        if (run > longestRun) longestRun = run;
        if (run >= 4 && endBefore === runFrom - 1) found |= groupsOf(runBefore, line.charCodeAt(endBefore));
        runBefore = run;
        endBefore = i;
      }
      if (!(kind & joinsNumbers)) joined = 0;
      if (kind & alphanumeric) continue;
      if (!(kind & word)) {
        if (i - wordFrom > longestWord) longestWord = i - wordFrom;
        wordFrom = i + 1;
      }
      if (!(kind & base64)) {
        if (i - keyFrom > longestKey) longestKey = i - keyFrom;
        keyFrom = i + 1;
      }
      if (kind & assigns) {
        found |= facts.assigned;
        if (code === colon && (++colons === 6 || line.charCodeAt(i - 1) === colon)) found |= facts.colons;
      } else if (kind & odd) this.isOdd = true;
    }
    return found | lengthsOf(longestWord, longestKey, longestRun);
  }

  private end(ending: number): void {
    if (this.endedIn[ending] === this.line) return;
    this.endedIn[ending] = this.line;
    this.endings[this.ended++] = ending;
  }
}

/** What four digits make of so many before them and the sign between. */
function groupsOf(before: number, sign: number): number {
  if (before === 3 && (sign === space || sign === dot || sign === hyphen)) return facts.threeAndFour;
  return before >= 4 && (sign === space || sign === hyphen) ? facts.longNumber : 0;
}

function lengthsOf(word: number, key: number, run: number): number {
  let found = key >= shortestKey ? facts.longBase64 : 0;
  if (word >= shortestToken) found |= facts.longWord;
  if (word >= shortestPart) found |= facts.tokenPart;
  if (word >= shortestWhole) found |= facts.longToken;
  if (run >= 7) found |= facts.digits7;
  if (run >= 11) found |= facts.longNumber;
  if (run >= 15) found |= facts.digits15;
  return found;
}
