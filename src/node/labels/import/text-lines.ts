import { setImmediate } from 'node:timers/promises';
import { LineSplitter } from '../../../engine/text/line-splitter';
import { openLogFile } from '../../files/log-file';
import { transcoded } from '../../files/log-text';

export interface TextLine {
  /** 1-based, as editors count them. */
  readonly line: number;
  readonly text: string;
  /** Where it is longer than any label: the text is its beginning. */
  readonly isCut: boolean;
}

/** Whoever waits on this thread waits no longer. */
const stepMs = 10;

/** Of a text file, packed or not, in whichever encoding. Throws InputError, or the signal's reason. */
export async function* textLines(path: string, signal?: AbortSignal): AsyncGenerator<TextLine> {
  const file = await openLogFile(path, { converts: true });
  try {
    const decoder = new TextDecoder();
    let found: TextLine[] = [];
    let line = 0;
    const splitter = new LineSplitter((bytes, start, end, _, length) => {
      const text = decoder.decode(bytes.subarray(start, end));
      found.push({ line: ++line, text, isCut: length > end - start });
    });
    for await (const chunk of transcoded(
      file.chunks(() => undefined),
      undefined,
    )) {
      splitter.push(chunk);
      yield* inSteps(found, signal);
      found = [];
    }
    splitter.end();
    yield* inSteps(found, signal);
  } finally {
    await file.close();
  }
}

async function* inSteps(
  lines: readonly TextLine[],
  signal: AbortSignal | undefined,
): AsyncGenerator<TextLine> {
  let since = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    if (performance.now() - since > stepMs) {
      await setImmediate();
      signal?.throwIfAborted();
      since = performance.now();
    }
    yield line;
  }
}
