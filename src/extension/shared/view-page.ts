import type * as vscode from 'vscode';

export interface PageParts {
  readonly cspSource: string;
  readonly script: vscode.Uri;
  readonly style: vscode.Uri;
  readonly nonce: string;
  readonly language: string;
  readonly title: string;
  /** Pictures the page makes of its own charts, as `data:` addresses: nothing is fetched for them. */
  readonly drawsPictures?: boolean;
}

/**
 * Holds no log text and no state: the script asks for all of it. Nothing is loaded but our own script with its chunks, styles
 * and icons; styles that scripts set go through the object model, which needs no exception.
 */
export function viewPage(parts: PageParts): string {
  const { cspSource, script, style, nonce, language, title, drawsPictures = false } = parts;
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${cspSource}`,
    // By the nonce: the webview toolkit asks an empty style element of its own what selectors the browser knows.
    `style-src 'nonce-${nonce}' ${cspSource}`,
    `font-src ${cspSource}`,
    ...(drawsPictures ? ['img-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${attribute(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${nonce}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(title)}</title>
<link rel="stylesheet" href="${style.toString()}">
</head>
<body>
<script type="module" nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}

/** File names are anybody's. */
function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
