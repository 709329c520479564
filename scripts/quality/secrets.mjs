import { pathToFileURL } from 'node:url';
import { runMain, step, ToldError } from '../progress.mjs';
import { buildEngine } from './engine.mjs';
import { corpus } from './secrets/corpus.mjs';
import { isHidden, recallTable, touchedTable } from './secrets/score.mjs';

/**
 * `node scripts/quality/secrets.mjs [--half open|closed] [--show]`: what the privacy shield hides of planted secrets, and what it touches
 * of lines without any, as Markdown on standard output. Whoever writes the shield's rules reads no line of the corpus: texts are printed
 * by `--show` only, and the closed half is read when the work is done.
 */

/** Each line by itself: what another line gave away would be found too easily. @param {any} engine */
const redactBy =
  ({ Redactor }) =>
  (/** @type {string} */ text) =>
    new Redactor().redact(text);

/** @param {any} engine @param {import('./secrets/corpus.mjs').Half} half */
export function shieldTables(engine, half) {
  const { planted, clean } = corpus(half, engine.seededRandom);
  const redact = redactBy(engine);
  return `${recallTable(planted, redact)}\n\n${touchedTable(clean, redact)}`;
}

/** @param {any} engine @param {import('./secrets/corpus.mjs').Half} half */
function* wrongTexts(engine, half) {
  const { planted, clean } = corpus(half, engine.seededRandom);
  const redact = redactBy(engine);
  for (const each of planted) {
    const redacted = redact(each.before + each.secret + each.after);
    if (!isHidden(each, redacted)) yield `left, ${each.kind}: ${redacted}`;
  }
  for (const { kind, text } of clean) if (redact(text) !== text) yield `touched, ${kind}: ${text}`;
}

function askedHalf() {
  const given = process.argv.indexOf('--half');
  const half = given < 0 ? 'open' : process.argv[given + 1];
  if (half !== 'open' && half !== 'closed') throw new ToldError('--half is open or closed.');
  return half;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const half = askedHalf();
    const engine = await step('Bundle the engine', buildEngine);
    process.stdout.write(`\n## Privacy shield, ${half} half\n\n${shieldTables(engine, half)}\n`);
    if (!process.argv.includes('--show')) return;
    for (const text of wrongTexts(engine, half)) process.stdout.write(`${text}\n`);
  });
}
