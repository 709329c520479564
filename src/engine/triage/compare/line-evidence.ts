import type { Gravity } from '../../detectors/failure-gravity';
import { findFailure } from '../../detectors/failure-search';
import type { TokenMemory } from '../../detectors/message-words';
import { Level } from '../../model/level';
import type { LineWordings, Wording } from './line-wordings';
import { isBareVerdict } from './verdict-lines';

/** What a line says of a failure, by its words alone. */
export interface WordedFailure {
  /** 0 where it says nothing of one. */
  readonly score: number;
  /** As they stand in the line; '' where there are none. */
  readonly words: string;
  /** Whether the words are so grave that the level does not matter. */
  readonly isDisaster: boolean;
  /** That the run failed, and nothing of why. */
  readonly isBareVerdict: boolean;
  /** That nothing failed, whatever level its words look like. */
  readonly countsNone: boolean;
  /** A frame of a stack trace. */
  readonly isFrame: boolean;
}

const byGravity: Readonly<Record<Gravity, number>> = {
  refusal: 0,
  failure: 0.6,
  outage: 0.7,
  disaster: 0.85,
};
const byCount = 0.6;
const ofTrouble = 0.5;
const ofLevel = { fatal: 0.9, error: 0.75 } as const;
const disasterBelowError = 0.6;
/** A line with frames of a stack trace behind it, whatever it says itself. */
export const traceScore = 0.7;

/**
 * How much a line tells of a failure, 0 to 1. A level below error says that whoever wrote the line saw no failure in it: then
 * only the gravest words count.
 */
export function failureScore(level: Level, { score, isDisaster, countsNone }: WordedFailure): number {
  if (countsNone) return 0;
  if (level >= Level.fatal) return Math.max(ofLevel.fatal, score);
  if (level === Level.error) return Math.max(ofLevel.error, score);
  if (level === Level.none) return score;
  return isDisaster && level >= Level.info ? disasterBelowError : 0;
}

/**
 * What is said of a failure in words too common to tell of one in any line: in one that no good log has, and that carries no
 * level, they do. Lower case.
 */
const trouble = new RegExp(
  `(?<!\\p{L})(?:${[
    'went wrong',
    'not (?:exist|defined|declared|permitted|supported|compile|match)',
    'undefined (?:reference|symbol|variable|method)',
    'undeclared|unresolved|unrecogni[sz]ed|unsupported|unexpected|incompatible|invalid|illegal|missing',
    'refused|denied|rejected|violations?|failing|non-zero',
    'no rule to make',
    'expected .{1,200}(?:but|got|received|found)',
  ].join('|')})(?!\\p{L})`,
  'u',
);

/** A test runner's outcome: no word of the test's name takes it back, such as `retries`. */
const shouted = /^\p{Lu}{4,}$/u;

/** A compiler's or a tool's own level where no format reads one. */
const warning = /(?:^|[\s\])])warn(?:ing)?(?::|!|\])/iu;
const error = /(?<!\p{L})error(?!\p{L})/iu;

/** Version control's echo of titles and names, which may hold any word. */
const echoedTitle =
  /^(?:HEAD is now at|Previous HEAD position was|Commit message:|Merge pull request|\* \[new |\[\S{1,200} <hex>\]) ?/u;
const refUpdate = / -> \S{1,100}\/\S/u;
const nameOfFileOrTest =
  /\p{L}\.(?:c|cc|class|cpp|cs|css|go|gradle|h|hpp|html|jar|java|js|json|jsx|kt|md|o|php|py|rb|rs|rst|scala|ts|tsx|txt|xml|ya?ml)\W*$|\p{L}(?:Tests?|TestCase|Spec|IT)\W*$/u;
/** `Errors in tests: 0`, `Failures:`; a count above zero is told before. */
const nothingCounted = /^[^:<]{0,80}(?:failures|errors)[^:<]{0,40}:\s?(?:<number>)?$/iu;
const missedCache = /^cache (?:miss|not found)/iu;
/** Characters of a line that are searched. */
const mostLookedAt = 4096;

/** Looks once a wording. */
export class FailureWords {
  private readonly found = new Map<Wording, WordedFailure>();
  private readonly known: TokenMemory = new Map();

  constructor(private readonly wordings: LineWordings) {}

  of(wording: Wording): WordedFailure {
    const before = this.found.get(wording);
    if (before !== undefined) return before;
    const found = this.read(wording);
    this.found.set(wording, found);
    return found;
  }

  private read(wording: Wording): WordedFailure {
    const tokens = this.wordings.tokensOf(wording);
    const shape = {
      isBareVerdict: isBareVerdict(tokens),
      isFrame: isFrame(tokens),
      isDisaster: false,
      countsNone: false,
    };
    const text = this.wordings.textOf(wording).slice(0, mostLookedAt);
    const counts = this.wordings.countsFailures(wording);
    const countsNone = !counts && nothingCounted.test(text);
    if (countsNone || isHarmless(text)) return { ...shape, countsNone, score: 0, words: '' };
    const failure = findFailure(tokens.map(withoutName), this.known);
    if (failure !== undefined) {
      const { words, gravity } = failure;
      const isShouted = shouted.test(words);
      const score = isShouted ? Math.max(byGravity.failure, byGravity[gravity]) : byGravity[gravity];
      return { ...shape, score, words, isDisaster: gravity === 'disaster' };
    }
    if (counts) return { ...shape, score: byCount, words: '' };
    const words = trouble.exec(text.toLowerCase())?.[0] ?? '';
    return { ...shape, score: words === '' ? 0 : ofTrouble, words };
  }
}

/** Of a token that names a file or a test only its place is left: such a name may hold any word. */
function withoutName(token: string): string {
  return nameOfFileOrTest.test(token) ? '<word>' : token;
}

function isHarmless(text: string): boolean {
  if (echoedTitle.test(text) || refUpdate.test(text) || missedCache.test(text)) return true;
  return warning.test(text) && !error.test(text);
}

/** `at com.shop.Cart.save(Cart.java:7)`, `at save (/srv/cart.js:7:3)`, `File "cart.py", line 7, in save` */
function isFrame(tokens: readonly string[]): boolean {
  if (tokens[0] === 'at') return tokens.length > 1 && tokens.some((token) => token.includes('('));
  return tokens[0] === 'File' && tokens.some((token) => token.startsWith('line'));
}
