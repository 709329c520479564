import type { FormatSample, FormatVariant, LogFormat } from '../format';
import { resetHeader } from '../header';
import { compileLayout, type OwnElements } from './compile';

/** One layout as a reader. */
export function layoutVariant(layout: string, own?: OwnElements): FormatVariant {
  const match = compileLayout(layout, own);
  return {
    read(bytes, start, end, header, context) {
      resetHeader(header, bytes, start, end);
      return match(bytes, start, header.messageEnd, header, context) >= 0;
    },
  };
}

export interface LayoutExtras {
  /** Elements that only this format has. */
  readonly elements?: OwnElements;
  /** Layouts of lines that continue the record before, see `LogFormat.continuations`. */
  readonly continuations?: readonly string[];
}

/** A format described by layouts, the more specific first: a line is read by the first that fits. */
export function layoutFormat(
  name: string,
  layouts: readonly string[],
  samples: readonly FormatSample[],
  { elements, continuations = [] }: LayoutExtras = {},
): LogFormat {
  const variants = layouts.map((layout) => layoutVariant(layout, elements));
  return {
    name,
    samples,
    variants,
    continuations: continuations.map((layout) => layoutVariant(layout, elements)),
    read: (bytes, start, end, header, context) =>
      variants.some((variant) => variant.read(bytes, start, end, header, context)),
  };
}
