import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { javaLines } from './corpora/java.mjs';
import { jsonLines } from './corpora/json.mjs';
import { serviceLines } from './corpora/service.mjs';
import { wideLines } from './corpora/wide.mjs';

/** @typedef {import('./corpora/draw.mjs').Random} Random */
/** @typedef {{ name: string, what: string, lines: (random: Random) => () => string }} Corpus */

/** @type {readonly Corpus[]} */
export const corpora = [
  { name: 'service', what: 'a repetitive service log', lines: serviceLines },
  { name: 'wide', what: 'a CI log of 17,000 kinds of lines', lines: wideLines },
  { name: 'json', what: 'JSON lines', lines: jsonLines },
  { name: 'java', what: 'Java, most of it stack traces', lines: javaLines },
];

const seed = 20_261_121;
/** Large enough that a write does not count, small enough to stay a flat string. */
const pieceLength = 1 << 20;

/**
 * Where corpora of this edition are kept: outside the checkout, so that no tool that walks it reads gigabytes. Changed
 * generators have another folder, so an old corpus is never taken for a new one.
 */
function cacheFolder() {
  const sources = path.join(import.meta.dirname, 'corpora');
  const hash = createHash('sha256').update(String(seed));
  for (const name of readdirSync(sources).sort()) hash.update(readFileSync(path.join(sources, name)));
  const root = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  return path.join(root, 'oddline-bench', hash.digest('hex').slice(0, 12));
}

/**
 * The corpus' file of whole records, as many as fit into `bytes`; written when it is not there. A shorter one is the
 * beginning of a longer one.
 * @param {Corpus} corpus
 * @param {number} bytes
 * @param {(seed: number) => Random} seededRandom
 */
export function corpusFile(corpus, bytes, seededRandom) {
  const file = path.join(cacheFolder(), `${corpus.name}-${bytes / 1e6}MB.log`);
  if (existsSync(file)) return file;
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeRecords(unfinished, bytes, corpus.lines(seededRandom(seed)));
  renameSync(unfinished, file);
  return file;
}

/** @param {string} file @param {number} bytes @param {() => string} nextRecord ASCII: its length is its size */
function writeRecords(file, bytes, nextRecord) {
  const handle = openSync(file, 'w');
  let piece = '';
  for (let size = 0; ; ) {
    const record = nextRecord();
    size += record.length;
    if (size > bytes) break;
    piece += record;
    if (piece.length < pieceLength) continue;
    writeSync(handle, piece);
    piece = '';
  }
  writeSync(handle, piece);
  closeSync(handle);
}
