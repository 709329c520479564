import type { LevelName } from '../terms';

/** Where colours are not to be told apart, bars are by their texture. */
type Texture = 'full' | 'hollow' | 'slanted' | 'crossed' | 'dotted';

const textures: Readonly<Record<LevelName, Texture>> = {
  none: 'dotted',
  trace: 'dotted',
  debug: 'dotted',
  info: 'hollow',
  warn: 'slanted',
  error: 'full',
  fatal: 'crossed',
};

const size = 6;

export function isHighContrast(): boolean {
  return /\bvscode-high-contrast\b/.test(document.body.className);
}

/** The level's colour, in its texture under a theme of high contrast. */
export function levelFill(level: LevelName, colour: string): string | CanvasPattern {
  const texture = textures[level];
  if (texture === 'full' || texture === 'hollow' || !isHighContrast()) return colour;
  return hatched(colour, texture) ?? colour;
}

/** Drawn as an outline alone. */
export function isHollow(level: LevelName): boolean {
  return textures[level] === 'hollow' && isHighContrast();
}

/** A hatching of the colour; null where the browser makes none. */
export function hatched(colour: string, texture: 'slanted' | 'crossed' | 'dotted'): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = tile.height = size * devicePixelRatio;
  const context = tile.getContext('2d');
  if (!context) return null;
  context.scale(devicePixelRatio, devicePixelRatio);
  context.strokeStyle = context.fillStyle = colour;
  if (texture === 'dotted') context.fillRect(1, 1, 3, 3);
  else strokeTile(context, texture === 'crossed');
  return context.createPattern(tile, 'repeat');
}

/** Corners are drawn beyond the tile, so that lines go on in the next. */
function strokeTile(context: CanvasRenderingContext2D, isCrossed: boolean): void {
  context.lineWidth = 1.2;
  context.beginPath();
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - 1, size + 1);
    context.lineTo(shift + size + 1, -1);
    if (!isCrossed) continue;
    context.moveTo(shift - 1, -1);
    context.lineTo(shift + size + 1, size + 1);
  }
  context.stroke();
}
