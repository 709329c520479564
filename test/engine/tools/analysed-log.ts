import { loadPatterns } from '../../../src/engine/detectors/rules/pattern-search';
import type { Analysis } from '../../../src/engine/model/analysis';
import type { ByteOffset } from '../../../src/engine/model/units';
import { Session } from '../../../src/engine/session';
import type { ComparedLogs } from '../../../src/engine/tools/compared-logs';
import type { LogToolName } from '../../../src/engine/tools/tool';
import type { ToolAnswer } from '../../../src/engine/tools/tool-answer';
import { sentenceText } from '../../../src/protocol/sentence';
import { decoded, textsOf } from '../source-texts';

export interface AnalysedLog {
  readonly analysis: Analysis;
  readonly session: Session;
  ask(tool: LogToolName, given?: unknown, budget?: number, compared?: ComparedLogs): ToolAnswer;
}

interface Options {
  /** Files of the log; of several the lines count through all. */
  readonly files: readonly (string | Uint8Array)[];
  readonly baseline?: string | undefined;
}

/** A log of one text or several, read and judged as the worker does. */
export async function analysedLog({ files, baseline }: Options): Promise<AnalysedLog> {
  await loadPatterns();
  const session = new Session();
  const sources = [...files, ...(baseline === undefined ? [] : [baseline])].map((text) =>
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
  );
  for (const [index, bytes] of sources.entries()) {
    const role = index < files.length ? 'log' : 'baseline';
    session.openSource({ path: `app-${index}.log`, role, referenceSeconds: 1_790_000_000 });
    session.push(bytes);
    session.closeSource();
  }
  const texts = textsOf(...sources.map(decoded));
  const limited: typeof texts = {
    read: (source, start, end) => texts.read(source, start, Math.min(end, start + readAtOnce) as ByteOffset),
  };
  const analysis = finish(session.analyse(limited));
  return {
    ...{ analysis, session },
    ask(tool, given = {}, budget = 2000, compared) {
      const means = { analysis, texts: limited, say: sentenceText, compared };
      return finish(session.tools.run({ tool, arguments: given, budget }, means));
    },
  };
}

/** As hosts read: more is not given at once. */
const readAtOnce = 64 << 10;

/** The lines of texts as VS Code counts them, through all of them. */
export function linesOf(...files: readonly string[]): string[] {
  return files.flatMap((text) => {
    const lines = text.split(/\r\n|\n|\r/);
    return lines[lines.length - 1] === '' ? lines.slice(0, -1) : lines;
  });
}

/** Numbers of the lines whose text an answer shows. */
export function shownLines({ text }: ToolAnswer): number[] {
  return [...text.matchAll(/^L(\d+): /gm)].map(([, number]) => Number(number));
}

export function lineNumbers({ lines }: ToolAnswer): number[] {
  return lines.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

function finish<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
