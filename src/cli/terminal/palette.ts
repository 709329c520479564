import type { Severity } from '../../engine/model/finding';
import type { ColumnRole } from '../../protocol/understanding';

export type Paint = (text: string) => string;

/** Roles, not colours: what a terminal shows them in is said once. */
export interface Palette {
  readonly severity: Readonly<Record<Severity, Paint>>;
  /** The columns of a line's header; `other` and `message` too. */
  readonly column: Readonly<Record<ColumnRole, Paint>>;
  readonly strong: Paint;
  readonly faint: Paint;
}

const sgr = (codes: string): Paint => {
  return (text) => `\x1b[${codes}m${text}\x1b[0m`;
};
const plain: Paint = (text) => text;

const coloured: Palette = {
  severity: { critical: sgr('1;97;41'), high: sgr('1;31'), medium: sgr('1;33'), low: sgr('1;36') },
  column: {
    time: sgr('36'),
    level: sgr('33'),
    component: sgr('32'),
    id: sgr('35'),
    message: plain,
    other: sgr('2'),
  },
  strong: sgr('1'),
  faint: sgr('2'),
};

export const colourless: Palette = {
  severity: { critical: plain, high: plain, medium: plain, low: plain },
  column: { time: plain, level: plain, component: plain, id: plain, message: plain, other: plain },
  strong: plain,
  faint: plain,
};

/** Colour for eyes only, and not for those who declined it (https://no-color.org). */
export function paletteFor(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): Palette {
  return stream.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? coloured : colourless;
}
