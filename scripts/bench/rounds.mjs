import { contestants, environment, ours } from './contestants.mjs';
import { median } from './statistics.mjs';
import { timed } from './timed-process.mjs';

/**
 * What one run of ours says of itself.
 * @typedef {{ lines: number, templates: number, maxRss: number }} OurReport
 * @typedef {{ corpus: string, bytes: number, lines: number, templates: number, seconds: Map<string, number[]> }} CorpusRounds
 * @typedef {{ bytes: number, lines: number, seconds: number, maxRss: number }} Size
 */

/**
 * Every contestant once a round, in turns, so that a slow minute is shared by all. The first look at the file, which
 * brings it into the page cache, does not count.
 * @param {{ name: string, file: string, bytes: number }} corpus
 * @param {number} repetitions
 * @returns {Promise<CorpusRounds>}
 */
export async function runRounds({ name, file, bytes }, repetitions) {
  const present = contestants.flatMap(({ id, command }) => (command ? [{ id, command }] : []));
  /** @type {Map<string, number[]>} */
  const seconds = new Map(present.map(({ id }) => [id, []]));
  await timed(present[0].command[0], [...present[0].command.slice(1), file]);
  let report = '';
  for (let round = 0; round < repetitions; round++) {
    for (const { id, command } of present) {
      const run = await timed(command[0], [...command.slice(1), file], environment);
      seconds.get(id)?.push(run.seconds);
      if (id === 'templates') report = run.output;
    }
  }
  /** @type {OurReport} */
  const { lines, templates } = JSON.parse(report);
  return { corpus: name, bytes, lines, templates, seconds };
}

/**
 * Ours alone over one file.
 * @param {string} file
 * @param {{ mode: string, bytes: number, repetitions: number }} options
 * @returns {Promise<Size>}
 */
export async function measureSize(file, { mode, bytes, repetitions }) {
  const [command, ...args] = ours(mode, 1);
  const runs = [];
  for (let round = 0; round < repetitions; round++) runs.push(await timed(command, [...args, file]));
  /** @type {OurReport[]} */
  const reports = runs.map(({ output }) => JSON.parse(output));
  return {
    bytes,
    lines: reports[0].lines,
    seconds: median(runs.map((run) => run.seconds)),
    maxRss: Math.max(...reports.map((report) => report.maxRss)),
  };
}
