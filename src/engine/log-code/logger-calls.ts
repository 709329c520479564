import type { TokenisedSource } from './source-tokens';

/** Last words of what loggers are called: `log`, `this.auditLogger`, `_log`, `console`, `slog`. */
const loggerWords = new Set(
  'log logs logger loggers logging console slog zap sugar logrus klog glog zlog winston pino bunyan serilog loguru stdlog'.split(
    ' ',
  ),
);

const loggerMethod =
  /^(?:log_?)?(trace|verbose|debug|fine|finer|finest|config|info|information|success|http|notice|warn|warning|err|error|exception|severe|alert|critical|crit|fatal|emerg|panic|dpanic|print|write|log|silly|msg|send|wtf|[vdiwe])(?:f|w|ln|line|s|context|contextf|ctx|depth|async)?$/i;

/** Of whatever object: only loggers have it. */
const plainCall =
  /^(?:log_?(?:trace|debug|info|information|notice|warn|warning|error|critical|fatal|exception)f?|LoggerMessage)$/i;

const printMethod = /^print(?:f|ln)?$/i;

/** What prints to the output, which often is the log: `System.out.println`, `fmt.Printf`. */
const printers = new Set(['out', 'err', 'fmt']);

/** Longer chains of calls are not looked along. */
const longestChain = 20;

/** Whether the name at `index`, which an opening bracket follows, is a method that logs. */
export function isLoggerCall(source: TokenisedSource, index: number): boolean {
  const { value } = source.tokens[index];
  if (plainCall.test(value)) return true;
  const receivers = receiversOf(source, index);
  if (receivers.length === 0) return isBareLogger(source, index);
  if (printMethod.test(value) && printers.has(receivers[0])) return true;
  return loggerMethod.test(value) && receivers.some(isLogger);
}

/** Whether it puts blanks between its arguments and shows them all. */
export function joinsArguments({ value }: { readonly value: string }, receiver: string | undefined): boolean {
  return receiver === 'console' || /^(?:print|println)$/i.test(value);
}

/** What stands before `.name(`, nearest first; of calls their names. */
export function receiversOf({ tokens, partners }: TokenisedSource, index: number): readonly string[] {
  const names: string[] = [];
  let at = index;
  while (names.length < longestChain && tokens[at - 1]?.value === '.') {
    at -= 2;
    while (tokens[at]?.value === '?' || tokens[at]?.value === '!') at--;
    while (at >= 0 && partners[at] >= 0 && ')]'.includes(tokens[at].value)) at = partners[at] - 1;
    if (tokens[at]?.kind !== 'name') break;
    names.push(tokens[at].value);
  }
  return names;
}

/** `print(…)` of Python, `log(…)`; not their declarations. */
function isBareLogger({ tokens }: TokenisedSource, index: number): boolean {
  const before = tokens[index - 1]?.value;
  if (before === 'def' || before === 'function' || before === 'func' || before === '.') return false;
  return ['print', 'log', 'console'].includes(tokens[index].value);
}

function isLogger(name: string): boolean {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g);
  return words !== null && loggerWords.has(words[words.length - 1].toLowerCase());
}
