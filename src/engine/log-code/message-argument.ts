import { hole } from './literal-text';
import type { TokenisedSource } from './source-tokens';

/** Calls whose first argument is the message: `String.format("…")`, `fmt.Sprintf("…")`, `textwrap.dedent("…")`. */
const formatters = /^(?:format|formatted|sprintf|sprint|errorf|join|dedent|t|cs)$/i;

const levelName = /^(?:trace|debug|info|information|notice|warn|warning|error|critical|fatal|log)$/i;

/** What no message has that much of; longer calls are cut. */
const mostTokens = 150;

/**
 * The text logged by the call whose brackets open at `open`: the first argument with words in it, with a hole for each
 * expression. `joined`: all arguments, with blanks between. '' where none has words.
 */
export function messageOf(source: TokenisedSource, open: number, joined: boolean): string {
  const { tokens, partners } = source;
  const close = partners[open] < 0 ? tokens.length : partners[open];
  let text = '';
  for (let i = open + 1; i < Math.min(close, open + mostTokens); i++) {
    const { kind, value } = tokens[i];
    if (kind === 'text') text += value;
    else if (value === '.' && tokens[i - 1].kind === 'text') i = behindMethod(source, i);
    else if (kind === 'name') text = withHole(text);
    else if (value === ',') {
      if (joined) text += ' ';
      else if (isMessage(text)) return text;
      else text = '';
    } else if (value === '=') text = tokens[i + 1]?.value === '>' ? '' : withoutLastHole(text);
    else if (value === '-' && tokens[i + 1]?.value === '>') text = '';
    // What stands behind it fills the holes of the text before.
    else if (value === '%' && tokens[i - 1].kind === 'text') return isMessage(text) ? text : '';
    else if (value === '0') text = withHole(text);
    else if ('([{'.includes(value)) {
      const group = groupAt(source, i, text);
      text = group.text;
      i = group.at;
    }
  }
  return isMessage(text) ? text : '';
}

/** At an opening bracket: goes on within it where it only groups or formats, else behind it. */
function groupAt({ tokens, partners }: TokenisedSource, at: number, text: string) {
  const before = tokens[at - 1];
  const isCall = before.kind !== 'mark' || before.value === ')' || before.value === ']';
  if (tokens[at].value === '(' && !isCall) return { at, text };
  const behind = partners[at] < 0 ? at : partners[at];
  if (tokens[at].value !== '(' || !formatters.test(before.value)) return { at: behind, text: withHole(text) };
  // The message stands within, unless there was one before: a date, then.
  return withoutLastHole(text) === '' ? { at, text: '' } : { at: behind, text };
}

/** `"…".format(…)`, `"…".repeat(2)`: the text as it was written. */
function behindMethod({ tokens, partners }: TokenisedSource, dot: number): number {
  const open = dot + 2;
  return tokens[open]?.value === '(' && partners[open] >= 0 ? partners[open] : dot + 1;
}

function withHole(text: string): string {
  return text.endsWith(hole) ? text : text + hole;
}

function withoutLastHole(text: string): string {
  return text.endsWith(hole) ? text.slice(0, -1) : text;
}

function isMessage(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !levelName.test(text.trim());
}
