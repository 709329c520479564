import type { Severity } from '../terms';

/** The severities' shapes as SVG paths around 0, 0, 12 wide: those of the marks beside lines (media/severity-*.svg). */
export const glyphPaths: Readonly<Record<Severity, string>> = {
  low: 'M5 0A5 5 0 1 1 -5 0A5 5 0 1 1 5 0ZM2.6 0A2.6 2.6 0 1 0 -2.6 0A2.6 2.6 0 1 0 2.6 0Z',
  medium: 'M0 -6L6 0L0 6L-6 0Z',
  high: 'M0 -5.5L6.2 5.5L-6.2 5.5Z',
  critical: 'M-2.5 -6L2.5 -6L6 -2.5L6 2.5L2.5 6L-2.5 6L-6 2.5L-6 -2.5Z',
};
