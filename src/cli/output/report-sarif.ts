import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../../engine/model/finding';
import type { Report, ReportItem, ReportRule } from './report';

const levelOf: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** A report as SARIF 2.1.0 (OASIS standard), one run. */
export function reportSarif(report: Report, version: string): string {
  const rules = [...new Map(report.items.map(({ rule }) => [rule.id, rule])).values()];
  const driver = {
    name: 'Oddline',
    semanticVersion: version,
    rules: rules.map(({ id, description }) => ({ id, shortDescription: { text: description } })),
  };
  const results = report.items.map((item) => resultOf(item, rules));
  const run = {
    tool: { driver },
    invocations: [invocationOf(report)],
    columnKind: 'utf16CodeUnits',
    results,
  };
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** What is said of the log as a whole stands where SARIF keeps what a tool tells of its run. */
function invocationOf({ title, remarks, warnings }: Report) {
  const told = (level: 'warning' | 'note') => (text: string) => ({ level, message: { text } });
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [...warnings.map(told('warning')), ...[title, ...remarks].map(told('note'))],
  };
}

function resultOf(item: ReportItem, rules: readonly ReportRule[]) {
  const { rule, severity, score, path, line, endLine, headline, excerpt, messages, fingerprint } = item;
  const region = { startLine: line, endLine, snippet: { text: excerpt.join('\n') } };
  return {
    ruleId: rule.id,
    ruleIndex: rules.findIndex(({ id }) => id === rule.id),
    level: levelOf[severity],
    ...(score !== undefined && { rank: Math.round(score * 1000) / 10 }),
    message: { text: [headline, ...messages].join('\n') },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }],
    ...(fingerprint !== undefined && { partialFingerprints: { 'oddlineFinding/v1': fingerprint } }),
  };
}

/** A relative path stays relative: whoever uploads it has the log in the same place. */
function uriOf(path: string): string {
  if (path === '-') return 'standard-input';
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(/[\\/]/).map(encodeURIComponent).join('/');
}
