import { generateShopLog } from '../../engine/dataset/generator/shop-log';
import type { Finding } from '../../engine/model/finding';
import type { LineNumber } from '../../engine/model/units';
import { analyseLogs, type FinishedAnalysis } from '../../node/analyse-logs';
import { Excerpts } from '../../node/excerpts';
import { openLogFile } from '../../node/files/log-file';
import { privateFile } from '../../node/files/private-file';
import { incidentText } from '../output/incident-text';
import { summaryText, verdictText } from '../output/summary-text';
import { parseArguments } from '../parse-arguments';
import { UsageError } from '../usage-error';
import type { Command, Surroundings } from './command';

/** Of the sample the editor opens as well. */
const sampleSeed = 1;
/** Lines shown before and after the worst finding. */
const neighbours = 4;

export const demo: Command = {
  name: 'demo',
  summary: { pattern: 'Analyse a sample log of a small web shop and show its worst incident', values: [] },
  synopsis: 'oddline demo',
  usage: [],
  async run(args, surroundings) {
    if (parseArguments('demo', args, {}).positionals.length > 0) {
      throw new UsageError({
        pattern: '{0} takes no file. To analyse one, run "{1}".',
        values: ['demo', 'oddline analyze FILE'],
      });
    }
    const path = await privateFile('oddline-demo', 'shop.log', generateShopLog({ seed: sampleSeed }).text);
    const log = await surroundings.opened.keep(openLogFile(path));
    const finished = await analyseLogs({ logs: [log] });
    await show(path, finished, surroundings);
    return 0;
  },
};

async function show(path: string, finished: FinishedAnalysis, surroundings: Surroundings): Promise<void> {
  const { out, tell } = surroundings;
  await out.write(
    summaryText(finished.analysis, surroundings) +
      verdictText(finished.analysis, surroundings, { strangest: false }),
  );
  const [incident] = finished.analysis.incidents;
  const own = new Set(incident?.findings);
  const worst = finished.analysis.findings.find(({ id, line }) => own.has(id) && line === incident.worstLine);
  if (worst) {
    await out.write(`\n${tell({ pattern: 'The worst incident:', values: [] })}\n\n`);
    await out.write(await linesAround(worst, finished, new Excerpts(finished), surroundings));
    await out.write(`\n${incidentText(incident, [path], surroundings)}\n`);
  }
  await out.write(
    `${tell({ pattern: 'All findings: {0}', values: [`oddline analyze ${path}`] })}\n` +
      `${tell({ pattern: 'In VS Code: open {0} and run "Oddline: Detect Anomalies".', values: [path] })}\n`,
  );
}

async function linesAround(
  worst: Finding,
  { analysis }: FinishedAnalysis,
  excerpts: Excerpts,
  { palette, fit }: Surroundings,
): Promise<string> {
  const last = Math.min(analysis.sources[worst.source].lines, worst.endLine + neighbours);
  const lines = [];
  for (let line = Math.max(1, worst.line - neighbours); line <= last; line++) {
    const marked = line >= worst.line && line <= worst.endLine;
    const excerpt = fit(await excerpts.of(worst.source, line as LineNumber), 10);
    const text = `${marked ? '>' : ' '} ${String(line).padStart(6)}  ${excerpt}`;
    lines.push(marked ? palette.strong(text) : palette.faint(text));
  }
  return `${lines.join('\n')}\n`;
}
