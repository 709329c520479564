import { Level } from '../model/level';
import type { FormatVariant } from './format';
import { levelSetOff } from './set-off-level';

/** The variant, for logs without a column of levels: a message that begins like `ERROR: …` or `[warn] …` says its own. */
export function withLevelInMessage(variant: FormatVariant): FormatVariant {
  return {
    ...variant,
    read(bytes, start, end, header, context) {
      if (!variant.read(bytes, start, end, header, context)) return false;
      if (header.level === Level.none)
        header.level = levelSetOff(bytes, header.messageStart, header.messageEnd);
      return true;
    },
  };
}
