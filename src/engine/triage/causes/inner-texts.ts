/** Stretches of a longer field that are looked at. */
const mostPieces = 32;
/** What makes a stack trace one says nothing of what went wrong: frames name code, their heading names nothing. */
const frame = /^(?:at |\.\.\. |File "|#\d|Traceback \(|goroutine \d)/;
const cause = /^(?:caused by|suppressed|root cause|reason|原因)\b/i;
const names =
  'err|error|errors|exception|exc_info|cause|root_?cause|stack|stack_?trace|throwable|fault|failure';
const parts = 'message|msg|detail|details|text|reason|cause|stack|stack_?trace';
const name = `(?:${names})(?:[._]?(?:${parts}))?`;
const jsonField = new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.){1,4000})`, 'gi');
const logfmtField = new RegExp(`(?<![\\w.])${name}="((?:[^"\\\\]|\\\\.){1,4000})"`, 'gi');
const escapedBreak = /(?:\\r)?\\n|\\r/;

/** What the further lines of a record say, not what they quote: an exception, a cause, a detail; '' for the others. */
export function statementOf(line: string): string {
  const text = line.trim();
  if (frame.test(text)) return '';
  return /^\s/.test(line) && !cause.test(text) ? '' : text;
}

/** What fields of its first line that are named for an error hold, beside the message (JSON, logfmt). */
export function errorFieldsOf(line: string): string[] {
  const values = [...line.matchAll(jsonField), ...line.matchAll(logfmtField)].map(([, value]) => value);
  return values
    .flatMap((value) => value.split(escapedBreak, mostPieces))
    .map((piece) => statementOf(piece.replace(/^(?:\\t)+/, '\t')))
    .filter((text) => text !== '');
}
