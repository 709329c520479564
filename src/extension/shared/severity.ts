import type { Severity } from '../../engine/model/finding';

/** Later is worse; the numbers mean nothing else. The engine's own list is a value this layer may not import. */
export const severityRank: Readonly<Record<Severity, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

/** In the order people read them: worst first. */
export const severitiesWorstFirst: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** Colours the manifest contributes. */
export function severityColours(severity: Severity): {
  readonly background: string;
  readonly foreground: string;
} {
  return { background: `oddline.${severity}Background`, foreground: `oddline.${severity}Foreground` };
}

/** Codicons of four different shapes: colour alone does not tell them apart. */
export const severityIcons: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'warning',
  medium: 'debug-breakpoint-log-unverified',
  low: 'circle-outline',
};

export function isAtLeast(severity: Severity, minimum: Severity): boolean {
  return severityRank[severity] >= severityRank[minimum];
}

export function worstSeverity(findings: readonly { readonly severity: Severity }[]): Severity | undefined {
  let worst: Severity | undefined;
  for (const { severity } of findings) {
    if (worst === undefined || severityRank[severity] > severityRank[worst]) worst = severity;
  }
  return worst;
}
