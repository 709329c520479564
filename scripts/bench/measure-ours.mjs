import { loadEngine, segmentWorker } from './engine.mjs';

/**
 * `node measure-ours.mjs MODE THREADS FILE`: what the command line does with a file, without its output. MODE is `lines`,
 * `templates` or `detection`. Prints {lines, templates, maxRss} as JSON; maxRss in bytes.
 */
const [mode, threads, file] = process.argv.slice(2);
const segments = { workerPath: segmentWorker, threads: Number(threads) };
const { analyseLogs, mineLogs, openLogFile, LineSplitter } = await loadEngine();

/** @type {Record<string, () => Promise<{ lines: number, templates: number }>>} */
const modes = {
  async lines() {
    const log = await openLogFile(file);
    let lines = 0;
    const splitter = new LineSplitter(() => lines++);
    for await (const chunk of log.chunks(() => undefined)) splitter.push(chunk);
    splitter.end();
    return { lines, templates: 0 };
  },
  async templates() {
    const { session, templates } = await mineLogs({
      logs: [await openLogFile(file)],
      segments,
    });
    return { lines: session.lineCount, templates: templates.length };
  },
  async detection() {
    const { analysis } = await analyseLogs({ logs: [await openLogFile(file)], segments });
    return { lines: analysis.overview.lines, templates: analysis.overview.templates };
  },
};

const counts = await modes[mode]();
console.log(JSON.stringify({ ...counts, maxRss: process.resourceUsage().maxRSS * 1024 }));
