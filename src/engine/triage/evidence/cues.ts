import type { LineRole } from './line-kinds';

/** A shape of line that says something of a failure. */
export interface Cue {
  /** How much, beside the others: 9 says that and how something ended, 1 only where one is. */
  readonly weight: number;
  /** Tried on at most `longestCueText` characters; every repeat in it is bounded. */
  readonly pattern: RegExp;
}

/**
 * What tools of many makers write when something fails. Each says one thing a diagnosis needs: how it ended, which test, what
 * was expected, where in the code, why, what to do. Words of failure in running text are `findFailure`'s.
 */
export const cues: readonly Cue[] = [
  // How it ended: an exit code, a signal.
  {
    weight: 9,
    pattern:
      /\b(?:exit(?:ed|ing)?|failed|terminated|finished|returned|completed?)\b[^\n]{0,60}?\b(?:code|status):?\s{0,2}[(=]?\s?(?!0\b)-?\d+|\bexit (?:code|status)?:?\s?[1-9]\d*\b|\bnon-?zero\b|退出码[:：]?\s?[1-9]/i,
  },
  // Which test: runners put the word or a mark before the name, or dots between.
  {
    weight: 8,
    pattern:
      /^\s{0,12}(?:-{2,3} ?)?(?:FAIL(?:ED|URE)?|ERROR|not ok|[✕✗✖❌×●✘])(?=[\s:[]|$)|\.{3,} ?(?:FAILED|Failed|FAIL|ERROR|mismatch)\b|\bFAIL(?:ED|URES?)\b|\bfailed to pass\b|<{3} ?(?:FAILURE|ERROR)!/,
  },
  // How many: "3 of 10 tests failed", "Found 7 errors", "failed: 3".
  {
    weight: 8,
    pattern:
      /(?<![\d.])[1-9][\d,]{0,9} (?:[\w-]{1,20} ){0,3}(?:failed|failures?|failing|errors?|broken|problems?)\b|\b(?:failed|failures?|errors?)\s?[:=]\s?[1-9]|[1-9]\d{0,6} ?(?:个|项)(?:测试|用例|错误)?(?:失败|错误)/i,
  },
  // An error that says so: "error:", "error[E1]:", "x.c:3:4: fatal error:", "error TS1234".
  {
    weight: 7,
    pattern:
      /(?:^|[\s:(\][])(?:fatal error|error|fatal|panic|critical|ERR!|错误|异常|失败)(?:\[[\w-]{1,40}\])?\s?[:：!]|\berror [A-Z]{1,5}-?\d{1,6}\b/i,
  },
  // An exception's name, and what it says behind it.
  { weight: 6, pattern: /\b[A-Z]\w{0,60}(?:Error|Exception|Failure|Fault|Panic)\b(?!\.\w+\()/ },
  // Stopped from outside.
  {
    weight: 6,
    pattern:
      /\b(?:cancel(?:l?ed|l?ing)|operation was cancel|tim(?:ed|e) ?out|deadline exceeded|killed|interrupted|SIG(?:KILL|TERM|SEGV|ABRT|BUS)|OOM)\b/i,
  },
  // Refused by a server.
  {
    weight: 5,
    pattern:
      /\b(?:HTTP|status)\S{0,8}\s?(?:code:?\s?)?[45]\d\d\b|\b(?:401|403|404|407|409|410|429|500|502|503|504)\b[ :]{1,2}[A-Z][a-z]+/,
  },
  // Words of what is wrong that need no "error".
  {
    weight: 4.5,
    pattern:
      /\b(?:not (?:accessible|permitted|allowed|supported|satisfied|match(?:ed|ing)?|exist|be (?:found|resolved|loaded))|dubious|cannot find|could not|couldn['’]t|unable to|no (?:such|matching|tests? found|space)|undefined (?:reference|symbol)|unresolved|unsatisf\w{1,8}|mismatch(?:ed)?|conflicts?|incompatible|violat\w{1,6}|out of date|diverged|does(?: not|n['’]t) (?:exist|match|compile))\b|无法|找不到|拒绝|超时/i,
  },
  // Expected and found.
  {
    weight: 4.5,
    pattern:
      /^\s{0,20}(?:E {2,}\S|> {2,}\S|[-+|]?\s?(?:expected|received|actual|got|want(?:ed)?|left|right|diff(?:erence)?)(?: \w{1,20})?:|(?:Expected|Received|Actual|Got|EXPECTED|ACTUAL)\b|AssertionError|期望|实际)/,
  },
  // Why.
  { weight: 4, pattern: /\b(?:caused by|root cause|because|due to|reason:)|原因/i },
  // What one is in: the name of the job.
  { weight: 4, pattern: /^\s{0,4}(?:complete )?(?:job|step|stage|pipeline|workflow|task)(?: name)?:\s/i },
  { weight: 3, pattern: /\b[A-Z]\w{0,60}Warning\b/ },
  // Where in the code, and how it got there.
  {
    weight: 2.5,
    pattern: /\.[A-Za-z]\w{0,5}(?::\d|\(\d)|", line \d|:line \d|^\s{0,8}-{1,3}> \S/,
  },
  {
    weight: 2.5,
    pattern: /^\s{0,20}(?:at \S|File "|Traceback\b|stack backtrace|goroutine \d+|Stack trace)/i,
  },
  // What to do about it.
  {
    weight: 1,
    pattern:
      /\b(?:help|hint|note|tip|suggestion|solution)\b:|\b(?:please (?:run|use|check|install|update)|to fix|did you mean|make sure|re-?run|to add an exception)\b|请/i,
  },
  { weight: 2, pattern: /\bwarn(?:ing)?s?\b|警告/i },
  // The command that ran.
  { weight: 1.2, pattern: /^(?:##\[group\]Run |\[command\]|[$+>] \S|Run )/ },
];

/** Of a line as much is looked at for cues. */
export const longestCueText = 4000;
/** Where lines of a stack trace are other people's code. */
export const foreignCode =
  /node_modules|site-packages|dist-packages|\/rustc\/|node:internal|internal\/|\.cargo\/registry|\/usr\/(?:lib|local)|<frozen |java\.base\/|\bsun\.reflect|org\.junit|\/go\/pkg\/mod\/|vendor\/bundle/;
/** That there was no trouble is none. */
export const zeroCounts =
  /(?<![\d.,])(?:0|no|zero) (?:[\w-]{1,20} )?(?:errors?|failures?|failed|failing|warnings?|problems?|issues?|conflicts?)\b|\b(?:errors?|failures?|failed|warnings?)\s?[:=]\s{0,4}0(?!\d)/gi;
/** A test that passed, whatever its name holds. */
export const passed =
  /^\s{0,12}(?:PASS|ok|✓|✔|√)(?=[\s:]|$)|(?:\bPASSED|\.\.\. ok|\bSKIPPED|\bXFAIL)\b|\.{3,} ?Passed/;

const listing = /^##\[group\]Run /;
const listingEnd = /^##\[endgroup\]/;
const command = /^(?:\[command\]|[$+] \S|> \S+@\S|section_start:|#\d+ \[[^\]]{1,80}\] )/;

/** Steps and commands as runners, shells, package managers and builders of images write them. */
export function roleOf(text: string): LineRole {
  if (listing.test(text)) return 'listing';
  if (listingEnd.test(text)) return 'listing-end';
  return command.test(text) ? 'command' : 'none';
}
