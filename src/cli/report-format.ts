import { oneOf } from './usage-error';

export const reportFormats = ['text', 'json', 'markdown', 'github', 'sarif'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Of `--format`. @throws UsageError */
export function reportFormatOf(value: string): ReportFormat {
  return oneOf('--format', value, reportFormats);
}
