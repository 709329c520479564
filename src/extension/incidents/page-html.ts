import type { Severity } from '../../engine/model/finding';

/** VS Code's names of theme colours in its pages: dots become dashes. */
function severityColour(severity: Severity): string {
  return `var(--vscode-oddline-${severity}Foreground)`;
}

/** Log text wraps wherever it must; nothing scrolls sideways in a narrow group. */
function style(severity: Severity): string {
  return `
    body { font-size: var(--vscode-font-size); line-height: 1.5; padding: 0 1.5em 2em; max-width: 70em; }
    h1 { font-size: 1.4em; font-weight: 600; margin: 0.9em 0 0.4em; overflow-wrap: anywhere; }
    h1 + p { color: var(--vscode-descriptionForeground); }
    h1 + p strong { color: ${severityColour(severity)}; }
    h2 { font-size: 1.1em; font-weight: 600; margin: 1.4em 0 0.5em; }
    blockquote {
      margin: 1em 0; padding: 0.5em 1em; background: var(--vscode-textBlockQuote-background);
      border-left: 4px solid ${severityColour(severity)};
    }
    blockquote p { margin: 0; }
    table { border-collapse: collapse; width: 100%; }
    th { text-align: left; font-weight: 600; color: var(--vscode-descriptionForeground); }
    th, td { padding: 0.25em 0.8em 0.25em 0; vertical-align: baseline; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
    th:nth-child(-n + 2), td:nth-child(-n + 2) { white-space: nowrap; width: 1%; font-variant-numeric: tabular-nums; }
    td:nth-child(2), th:nth-child(2) { text-align: right; }
    code {
      font-family: var(--vscode-editor-font-family); font-size: 0.95em; color: inherit; background: none; padding: 0;
      white-space: pre-wrap; overflow-wrap: anywhere;
    }
    pre { white-space: pre-wrap; }
    a { color: var(--vscode-textLink-foreground); }
    a:focus { outline: 1px solid var(--vscode-focusBorder); }
    ul { padding-left: 1.4em; }
    @media (max-width: 30em) {
      body { padding: 0 1em 1em; }
      thead { display: none; }
      tr { display: block; padding: 0.4em 0; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); }
      td { display: inline; border: none; }
      td:nth-child(3) { display: block; }
    }
  `;
}

/** `body` is HTML made of our own Markdown. Neither scripts nor anything from elsewhere can be loaded, whatever it holds. */
export function pageHtml(body: string, severity: Severity, language: string, nonce: string): string {
  return `<!DOCTYPE html>
<html lang="${language.replaceAll(/[^\w-]/g, '')}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}';">
<style nonce="${nonce}">${style(severity)}</style>
</head>
<body>${body}</body>
</html>`;
}
