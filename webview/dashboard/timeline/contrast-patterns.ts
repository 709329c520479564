import { isHighContrast } from '../colours';
import type { LevelName } from '../terms';

export type Hatching = 'slanted' | 'crossed' | 'dotted';
/** Where colours are not to be told apart, bars are by their texture. */
type Texture = 'full' | 'hollow' | Hatching;

const textures: Readonly<Record<LevelName, Texture>> = {
  none: 'dotted',
  trace: 'dotted',
  debug: 'dotted',
  info: 'hollow',
  warn: 'slanted',
  error: 'full',
  fatal: 'crossed',
};

/** Of a tile, which is repeated. */
export const tileSize = 6;
export const tileLine = 1.2;

/** What is drawn in a tile: dots are filled, lines stroked; these go beyond it, so that they go on in the next. */
export const tilePaths: Readonly<Record<Hatching, string>> = {
  dotted: 'M1 1h3v3h-3z',
  slanted: lines((shift) => `M${shift - 1} ${tileSize + 1}L${shift + tileSize + 1} -1`),
  crossed: lines(
    (shift) =>
      `M${shift - 1} ${tileSize + 1}L${shift + tileSize + 1} -1M${shift - 1} -1L${shift + tileSize + 1} ${tileSize + 1}`,
  ),
};

function lines(line: (shift: number) => string): string {
  return [-tileSize, 0, tileSize].map(line).join('');
}

/** `full` but under a theme of high contrast. */
export function textureOf(level: LevelName): Texture {
  return isHighContrast() ? textures[level] : 'full';
}

/** The level's colour, in its texture under a theme of high contrast. */
export function levelFill(level: LevelName, colour: string): string | CanvasPattern {
  const texture = textureOf(level);
  if (texture === 'full' || texture === 'hollow') return colour;
  return hatched(colour, texture) ?? colour;
}

/** Drawn as an outline alone. */
export function isHollow(level: LevelName): boolean {
  return textureOf(level) === 'hollow';
}

/** A hatching of the colour; null where the browser makes none. */
export function hatched(colour: string, texture: Hatching): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = tile.height = tileSize * devicePixelRatio;
  const context = tile.getContext('2d');
  if (!context) return null;
  context.scale(devicePixelRatio, devicePixelRatio);
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = tileLine;
  const path = new Path2D(tilePaths[texture]);
  if (texture === 'dotted') context.fill(path);
  else context.stroke(path);
  return context.createPattern(tile, 'repeat');
}
