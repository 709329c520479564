import { readdirSync, readFileSync } from 'node:fs';
import { table } from '../bench/markdown.mjs';
import { analyse, percent } from './engine.mjs';

/**
 * Share of lines that are high or critical in real logs of 2,000 lines, and how many of the templates whose lines carry an alert
 * tag (the first column of BGL, `-` for none) are among them.
 *
 * @param {any} engine
 * @param {string} folder
 */
export function severeTable(engine, folder) {
  const measured = readdirSync(folder)
    .sort()
    .map((system) => measure(engine, `${folder}/${system}/${system}_2k.log`, system));
  const lines = measured.reduce((sum, one) => sum + one.lines, 0);
  const severe = measured.reduce((sum, one) => sum + one.severe, 0);
  const rows = measured.map((one) => [
    one.system,
    String(one.findings),
    String(one.severe),
    percent(one.severe / one.lines),
    one.alerts,
  ]);
  return table([
    ['log', 'findings', 'high or critical', 'of lines', 'alert templates'],
    ...rows,
    ['all', '', String(severe), percent(severe / lines), ''],
  ]);
}

/** @param {any} engine @param {string} file @param {string} system */
function measure(engine, file, system) {
  const { analysis } = analyse(engine, readFileSync(file));
  const { high, critical } = analysis.findingCounts;
  const severe = analysis.findings.filter(
    (/** @type {any} */ { severity }) => severity === 'high' || severity === 'critical',
  );
  return {
    system,
    lines: analysis.overview.lines,
    findings: analysis.findings.length,
    severe: high + critical,
    alerts: system === 'BGL' ? alertsAmong(severe, file) : '',
  };
}

/** @param {readonly any[]} severe @param {string} file */
function alertsAmong(severe, file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const templates = readFileSync(`${file}_structured.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(templateOf);
  const alerts = new Set(templates.filter((_, i) => !lines[i].startsWith('- ')));
  const found = new Set();
  for (const { line, endLine } of severe) {
    for (let at = line; at <= endLine; at++)
      if (!lines[at - 1].startsWith('- ')) found.add(templates[at - 1]);
  }
  return `${found.size} of ${alerts.size}`;
}

/** The last cell that is a template's id. @param {string} row */
function templateOf(row) {
  return row.match(/,E\d+,/g)?.at(-1) ?? '';
}
