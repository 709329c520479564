import type { FormatSample, FormatVariant, LogFormat } from '../format';
import { resetHeader } from '../header';
import { compileLayout, type OwnElements } from './compile';
import { layoutFields, layoutSpans, type MessageFields } from './layout-fields';

export interface LayoutExtras {
  /** Elements that only this format has. */
  readonly elements?: OwnElements;
  /** Layouts of lines that continue the record before, see `LogFormat.continuations`. */
  readonly continuations?: readonly string[];
  readonly messageFields?: MessageFields;
}

/** One layout as a reader. */
export function layoutVariant(layout: string, { elements, messageFields }: LayoutExtras = {}): FormatVariant {
  const match = compileLayout(layout, elements);
  const fields = layoutFields(layout, elements, messageFields);
  return {
    read(bytes, start, end, header, context) {
      resetHeader(header, bytes, start, end);
      return match(bytes, start, header.messageEnd, header, context) >= 0;
    },
    ...(fields === undefined ? {} : { fields }),
    ...layoutSpans(layout, elements),
  };
}

/** A format described by layouts, the more specific first: a line is read by the first that fits. */
export function layoutFormat(
  name: string,
  layouts: readonly string[],
  samples: readonly FormatSample[],
  extras: LayoutExtras = {},
): LogFormat {
  const variants = layouts.map((layout) => layoutVariant(layout, extras));
  return {
    name,
    samples,
    variants,
    continuations: (extras.continuations ?? []).map((layout) => layoutVariant(layout, extras)),
    read: (bytes, start, end, header, context) =>
      variants.some((variant) => variant.read(bytes, start, end, header, context)),
  };
}
