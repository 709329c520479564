/** Tables and figures as Markdown shows them. */

/** @param {number} value a whole number, thousands set off */
export const grouped = (value) => Math.round(value).toLocaleString('en-GB');

/** @param {number} ratio */
export const times = (ratio) => `${ratio < 10 ? ratio.toFixed(2) : grouped(ratio)} ×`;

/** @param {number} bytes */
export const megabytes = (bytes) => `${grouped(bytes / 1e6)} MB`;

/** @param {readonly (readonly string[])[]} rows the first is the head; all columns but the first are set to the right */
export function table(rows) {
  const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head, `|${rows[0].map((_, i) => (i === 0 ? '---' : '--:')).join('|')}|`, ...body].join('\n');
}
