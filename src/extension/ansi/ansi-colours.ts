import type { TextStyle } from '../../protocol/log-lines';

/** A colour of the theme by its id, or one of its own as `#rrggbb`. */
export type Colour = { readonly theme: string } | { readonly hex: string };

/** What a decoration says of a stretch; pure, so that it can be tested. */
export interface Look {
  readonly colour: Colour | undefined;
  readonly background: Colour | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly line: string | undefined;
}

const names = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];

export function lookOf(style: TextStyle): Look {
  const foreground = colourOf(style.foreground);
  const background = colourOf(style.background);
  const { inverse, underline, strike } = style;
  const lines = [...(underline ? ['underline'] : []), ...(strike ? ['line-through'] : [])];
  return {
    colour: inverse ? (background ?? { theme: 'editor.background' }) : foreground,
    background: inverse ? (foreground ?? { theme: 'editor.foreground' }) : background,
    bold: style.bold === true,
    dim: style.dim === true,
    italic: style.italic === true,
    line: lines.length > 0 ? lines.join(' ') : undefined,
  };
}

/** The first 16 are the theme's, as in its terminal; the others are xterm's: a cube of 6 × 6 × 6, then 24 greys. */
function colourOf(colour: number | string | undefined): Colour | undefined {
  if (colour === undefined) return undefined;
  if (typeof colour === 'string') return /^#[0-9a-f]{6}$/.test(colour) ? { hex: colour } : undefined;
  if (colour < 8) return { theme: `terminal.ansi${names[colour]}` };
  if (colour < 16) return { theme: `terminal.ansiBright${names[colour - 8]}` };
  if (colour >= 232) return hexOf([0, 0, 0].map(() => 8 + (colour - 232) * 10));
  const place = colour - 16;
  return hexOf([Math.floor(place / 36), Math.floor(place / 6) % 6, place % 6].map(cubeStep));
}

function cubeStep(step: number): number {
  return step === 0 ? 0 : 55 + step * 40;
}

function hexOf(parts: readonly number[]): Colour {
  return { hex: `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}` };
}
