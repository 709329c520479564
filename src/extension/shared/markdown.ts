/**
 * Log text in Markdown. Nothing it holds may become a link, an image, markup or a command: the hover that
 * shows it is trusted for a few commands.
 */

/** CommonMark lets every ASCII punctuation mark be escaped; markup and autolinks all need at least one. */
const punctuation = /[!-/:-@[-`{-~]/g;

/** Controls and formats (which include the marks that turn the direction of text), line and paragraph separators. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/** Not in ASCII words with a blank between them, as most log text is: that is seen in a tenth of the time each blank takes to be replaced. */
const notOnOne = /[^ -~]| {2}/;

/** Log text where no Markdown is understood. */
export function onOneLine(text: string): string {
  const trimmed = text.trim();
  return notOnOne.test(trimmed) ? trimmed.replace(unprintable, ' ').trim() : trimmed;
}

/** As running text. */
export function escapeMarkdown(text: string): string {
  return onOneLine(text).replace(punctuation, '\\$&');
}

/** As a code span: its fence is longer than any run of backticks within. */
export function codeSpan(text: string): string {
  const line = onOneLine(text);
  if (line === '') return '';
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(1 + Math.max(0, ...runs.map((run) => run.length)));
  return `${fence} ${line} ${fence}`;
}

/**
 * A pattern of ours, which is Markdown itself, with values of a log: in code spans where the pattern has the
 * placeholder between backticks, else escaped.
 */
export function fillMarkdown(
  pattern: string,
  values: readonly (string | number)[],
  formatNumber: (value: number) => string,
): string {
  return pattern.replace(
    /`\{(\d+)\}`|\{(\d+)\}/g,
    (placeholder, inCode: string | undefined, bare: string) => {
      const value = values[Number(inCode ?? bare)];
      if (value === undefined) return placeholder;
      if (typeof value === 'number') return formatNumber(value);
      return inCode === undefined ? escapeMarkdown(value) : codeSpan(value);
    },
  );
}

/** A link that runs a command; the hover must list the command as trusted. */
export function commandLink(title: string, command: string, argument: object): string {
  const encoded = encodeURIComponent(JSON.stringify(argument)).replace(/[()']/g, percentEncoded);
  return `[${escapeMarkdown(title)}](command:${command}?${encoded})`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
