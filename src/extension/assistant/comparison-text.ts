import type { ComparedReport } from '../shared/compared-reports';

const mostFindings = 30;
const mostVanished = 12;
const mostSides = 12;

/**
 * What is different from a good log, as a model reads it; the worst first. `document` is what lines of the good log are cited by, empty
 * where they cannot be.
 */
export function comparisonText({ good, report }: ComparedReport, document: string): string {
  const against = good.kind === 'files' ? 'a good log' : 'an earlier time of the same log';
  const parts = [
    `Compared with ${against}: ${report.totals.new} stretches are new, ${report.totals.shifted} come far more often, ${report.totals.vanished} templates are gone.`,
    ...findingLines(report),
    ...vanishedLines(report, document),
    ...sideLines(report),
  ];
  return parts.join('\n');
}

type Report = ComparedReport['report'];

function findingLines({ findings }: Report): string[] {
  const worst = findings.toSorted((a, b) => b.score - a.score || a.line - b.line).slice(0, mostFindings);
  const left = findings.length - worst.length;
  return [
    ...worst.map(({ kind, tellingLine, excerpt }) => `${kind} L${tellingLine}: ${excerpt}`),
    ...(left > 0 ? [`${left} more are left out; compare_logs lists them.`] : []),
  ];
}

function vanishedLines({ vanished }: Report, document: string): string[] {
  return vanished
    .slice(0, mostVanished)
    .map(
      ({ line, count, excerpt }) =>
        `gone (${count} records in the good log) ${cited(document, line)}${excerpt}`,
    );
}

function sideLines({ sides }: Report): string[] {
  return sides
    .slice(0, mostSides)
    .map(({ pattern, bad, good }) => `${bad} records here, ${Math.round(good)} in the good log: ${pattern}`);
}

function cited(document: string, line: number): string {
  return document === '' ? '' : `${document}:L${line}: `;
}
