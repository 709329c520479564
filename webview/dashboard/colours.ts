import type { DetectorId, LevelName, Severity } from './terms';

/** Colours by name, as CSS writes them: all are the theme's. The charts' own are told apart by people who see few colours, too (Okabe and Ito 2008). */
export const levelColours: Readonly<Record<LevelName, string>> = {
  none: 'var(--vscode-oddline-chartOther)',
  trace: 'var(--vscode-oddline-chartOther)',
  debug: 'var(--vscode-oddline-chartDebug)',
  info: 'var(--vscode-oddline-chartInfo)',
  warn: 'var(--vscode-oddline-chartWarning)',
  error: 'var(--vscode-oddline-chartError)',
  fatal: 'var(--vscode-oddline-chartFatal)',
};

export const severityColours: Readonly<Record<Severity, string>> = {
  low: 'var(--vscode-oddline-lowForeground)',
  medium: 'var(--vscode-oddline-mediumForeground)',
  high: 'var(--vscode-oddline-highForeground)',
  critical: 'var(--vscode-oddline-criticalForeground)',
};

const series = [1, 2, 3, 4, 5, 6].map((number) => `var(--vscode-oddline-chart${number})`);

/** The seventh is the first again. */
export function seriesColour(index: number): string {
  return series[index % series.length];
}

const detectorPlaces: Readonly<Record<DetectorId, number>> = {
  rarity: 0,
  level: 1,
  'isolation-forest': 2,
  volume: 3,
  sequence: 4,
  parameter: 5,
  rules: 6,
  label: 7,
};

export function detectorColour(detector: DetectorId): string {
  return seriesColour(detectorPlaces[detector]);
}

/** A colour as a canvas and a saved file need it: without variables. */
export function resolvedColour(colour: string): string {
  const name = /^var\((--[^)]+)\)$/.exec(colour)?.[1];
  if (name === undefined) return colour;
  return getComputedStyle(document.body).getPropertyValue(name).trim() || 'currentcolor';
}

/** Dark or light. */
export function isHighContrast(): boolean {
  return /\bvscode-high-contrast\b/.test(document.body.className);
}

/** Canvases are drawn anew when the theme changes; VS Code says so by the body's classes and the root's style. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
}
