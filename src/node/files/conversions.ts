import type { Conversion } from './conversion';
import { eventsOnOneLine } from './events-on-one-line';

const conversions: readonly Conversion[] = [eventsOnOneLine];

/** The chunks as text where they need to become so, as they are where not; `onFound` hears it when the first is read. */
export async function* converted(
  chunks: AsyncIterable<Uint8Array>,
  onFound: (conversion: Conversion) => void,
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const conversion = first.done ? undefined : conversionOf(first.value);
  if (conversion !== undefined) onFound(conversion);
  const all = rejoined(first, iterator);
  yield* conversion === undefined ? all : conversion.convert(all);
}

async function* rejoined(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let step = first; !step.done; step = await rest.next()) yield step.value;
  } finally {
    await rest.return?.();
  }
}

export function conversionOf(head: Uint8Array): Conversion | undefined {
  return conversions.find((conversion) => conversion.fits(head));
}
