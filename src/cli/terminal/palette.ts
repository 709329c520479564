import type { Severity } from '../../engine/model/finding';

export type Paint = (text: string) => string;

/** Roles, not colours: what a terminal shows them in is said once. */
export interface Palette {
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly strong: Paint;
  readonly faint: Paint;
}

const sgr = (codes: string): Paint => {
  return (text) => `\x1b[${codes}m${text}\x1b[0m`;
};
const plain: Paint = (text) => text;

const coloured: Palette = {
  severity: { critical: sgr('1;97;41'), high: sgr('1;31'), medium: sgr('1;33'), low: sgr('1;36') },
  strong: sgr('1'),
  faint: sgr('2'),
};

const colourless: Palette = {
  severity: { critical: plain, high: plain, medium: plain, low: plain },
  strong: plain,
  faint: plain,
};

/** Colour for eyes only, and not for those who declined it (https://no-color.org). */
export function paletteFor(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): Palette {
  return stream.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? coloured : colourless;
}
