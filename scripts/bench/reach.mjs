import { cores } from './contestants.mjs';
import { table, times } from './markdown.mjs';
import { allowedRss, ourLinesPerSecond, secondsOf } from './report.mjs';
import { medianRatio } from './statistics.mjs';

/** @typedef {import('./report.mjs').Results} Results */

/**
 * What issue 3 asks for, and how it is told from the results: the worst corpus counts.
 * @typedef {{ what: string, least: number, ratios: (results: Results) => readonly (readonly [where: string, ratio: number])[] }} Reach
 */

/** Our speed over another's, corpus by corpus. @param {string} ours @param {string} theirs */
const against =
  (ours, theirs) =>
  (/** @type {Results} */ { rounds }) =>
    rounds
      .filter((one) => secondsOf(one, theirs).length > 0 && secondsOf(one, ours).length > 0)
      .map(
        (one) =>
          /** @type {const} */ ([one.corpus, medianRatio(secondsOf(one, ours), secondsOf(one, theirs))]),
      );

/** @param {'masks' | 'bare'} kind */
const againstDrain3 =
  (kind) =>
  (/** @type {Results} */ { rounds, drain3 }) =>
    drain3.map((theirs) => {
      const own = rounds.find((one) => one.corpus === theirs.corpus);
      return /** @type {const} */ ([
        theirs.corpus,
        own ? ourLinesPerSecond(own) / theirs[kind].linesPerSecond : 0,
      ]);
    });

/** Speed on the largest file over that on the one before it. @param {Results} results */
function growth({ growth: sizes }) {
  return ['templates', 'detection'].map((mode) => {
    const [before, largest] = sizes.filter((size) => size.mode === mode).slice(-2);
    const speed = (/** @type {import('./rounds.mjs').Size} */ size) => size.bytes / size.seconds;
    return /** @type {const} */ ([mode, speed(largest) / speed(before)]);
  });
}

/** @type {readonly Reach[]} */
const reaches = [
  { what: '+ templates, 1 worker, over Drain3 with masks', least: 50, ratios: againstDrain3('masks') },
  { what: '+ templates, 1 worker, over Drain3 without masks', least: 10, ratios: againstDrain3('bare') },
  { what: '+ templates, 1 worker, over the byte loop', least: 0.4, ratios: against('templates', 'scan') },
  { what: '+ detection, 1 worker, over the byte loop', least: 0.25, ratios: against('detection', 'scan') },
  {
    what: `+ templates, ${cores} workers over 1`,
    least: 1.7,
    ratios: (results) => (cores > 1 ? against('templates-all', 'templates')(results) : []),
  },
  {
    what: `+ templates, ${cores} workers, over lnav's indexing`,
    least: 1,
    ratios: against('templates-all', 'lnav'),
  },
  {
    what: 'memory allowed over peak RSS',
    least: 1,
    ratios: ({ memory }) => memory.map(({ mode, lines, maxRss }) => [mode, allowedRss(lines) / maxRss]),
  },
  {
    what: 'Isolation Forest over scikit-learn, 1 thread',
    least: 6,
    ratios: ({ forest }) => (forest ? [['rows', forest.theirs / forest.ours]] : []),
  },
  // A tenth for the page cache and the machine's mood; what does not grow linearly loses more than that from one size to the next.
  { what: 'speed on the largest file over that on a tenth of it', least: 0.9, ratios: growth },
];

/** @param {Results} results a table of Markdown */
export function reachTable(results) {
  const rows = reaches.map(({ what, least, ratios }) => {
    const measured = ratios(results);
    const worst = Math.min(...measured.map(([, ratio]) => ratio));
    const verdict = measured.length === 0 ? 'not measured' : worst >= least ? 'reached' : '**not reached**';
    const shown = measured.map(([where, ratio]) => `${where} ${times(ratio)}`).join(', ');
    return [what, `≥ ${least} ×`, shown, verdict];
  });
  return table([['', 'reach', 'measured', ''], ...rows]);
}
