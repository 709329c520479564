import { withoutVariables } from './standalone-svg';

/** In the colours of the theme the report was made in, so that its pictures fit. */
export function reportStyle(): string {
  return withoutVariables(
    [
      'body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; font: 14px/1.5 system-ui, sans-serif;',
      '  color: var(--vscode-editor-foreground); background: var(--vscode-editor-background) }',
      'h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin: 2rem 0 0.25rem }',
      '.picture { overflow-x: auto } svg { max-width: 100%; height: auto }',
      'table { border-collapse: collapse; font-size: 12px } caption { text-align: start; padding: 0.25rem 0 }',
      'th, td { text-align: start; padding: 2px 12px 2px 0; vertical-align: top; overflow-wrap: anywhere;',
      '  border-bottom: 1px solid var(--vscode-editorWidget-border) }',
      'th.number, td.number { text-align: end; white-space: nowrap }',
      'summary { cursor: pointer } footer { margin: 3rem 0; opacity: 0.7 }',
    ].join('\n'),
  );
}
