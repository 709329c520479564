import type { FormatSample, FormatVariant, LogFormat } from '../format';
import { resetHeader } from '../header';
import { compileLayout } from './compile';

/** One layout as a reader. */
export function layoutVariant(layout: string): FormatVariant {
  const match = compileLayout(layout);
  return {
    read(bytes, start, end, header, context) {
      resetHeader(header, bytes, start, end);
      return match(bytes, start, header.messageEnd, header, context) >= 0;
    },
  };
}

/** A format described by layouts, the more specific first: a line is read by the first that fits. */
export function layoutFormat(
  name: string,
  layouts: readonly string[],
  samples: readonly FormatSample[],
): LogFormat {
  const variants = layouts.map(layoutVariant);
  return {
    name,
    samples,
    variants,
    read: (bytes, start, end, header, context) =>
      variants.some((variant) => variant.read(bytes, start, end, header, context)),
  };
}
