import type { TextStyle } from '../../../src/protocol/log-lines';

/** The sixteen the theme decides, by VS Code's names for them. */
const themed = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];

/** What CSS calls a colour of ANSI: 0 to 15 are the theme's, then the 6×6×6 cube and 24 greys of xterm. */
export function ansiColour(colour: number | string): string {
  if (typeof colour === 'string') return /^#[0-9a-f]{6}$/i.test(colour) ? colour : '';
  if (colour < 16) return `var(--vscode-terminal-ansi${colour < 8 ? '' : 'Bright'}${themed[colour % 8]})`;
  if (colour >= 232) return rgb([8 + (colour - 232) * 10]);
  const place = colour - 16;
  return rgb([Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6].map(cubeStep));
}

const cubeStep = (step: number) => (step === 0 ? 0 : 55 + step * 40);

function rgb(parts: readonly number[]): string {
  const [red, green = red, blue = red] = parts;
  return `rgb(${red} ${green} ${blue})`;
}

/** Sets by CSSOM what an ANSI style says; the page's policy allows no style attributes. */
export function applyStyle(target: HTMLElement, style: TextStyle): void {
  const fore = style.foreground === undefined ? '' : ansiColour(style.foreground);
  const back = style.background === undefined ? '' : ansiColour(style.background);
  target.style.color = style.inverse ? back || 'var(--vscode-editor-background)' : fore;
  target.style.backgroundColor = style.inverse ? fore || 'var(--vscode-editor-foreground)' : back;
  if (style.bold) target.style.fontWeight = 'bold';
  if (style.italic) target.style.fontStyle = 'italic';
  if (style.dim) target.style.opacity = '0.7';
  const lines = [style.underline ? 'underline' : '', style.strike ? 'line-through' : ''];
  target.style.textDecoration = lines.join(' ').trim();
}
