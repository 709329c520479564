import { usualReportItems } from './output/report';
import { oneOf } from './usage-error';

export const reportFormats = ['text', 'json', 'markdown', 'github', 'sarif'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Of `--format`. @throws UsageError */
export function reportFormatOf(value: string): ReportFormat {
  return oneOf('--format', value, reportFormats);
}

/** Findings written unless told: programs get all, people what they read. */
export function usualCount(format: ReportFormat, inText: number): number {
  if (format === 'json' || format === 'sarif') return Number.POSITIVE_INFINITY;
  return format === 'text' ? inText : usualReportItems;
}
