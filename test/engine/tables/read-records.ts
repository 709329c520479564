import type { ByteOffset, RecordIndex, SourceIndex } from '../../../src/engine/model/units';
import { Session } from '../../../src/engine/session';

const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;

/** What a session makes of a text pushed in chunks: its format, and each record cut again. */
export function readRecords(text: string | Uint8Array, chunkBytes = 1 << 20) {
  const bytes = Buffer.from(text);
  const session = new Session();
  session.openSource({ path: 'table.log', role: 'log', encoding: 'utf8', referenceSeconds });
  for (let at = 0; at < bytes.length; at += chunkBytes) session.push(bytes.subarray(at, at + chunkBytes));
  session.closeSource();
  const texts = {
    read: (_: SourceIndex, start: ByteOffset, end: ByteOffset) => bytes.subarray(start, end),
  };
  const templates = finish(session.mineTemplates());
  const lines = templates.flatMap(({ id }) =>
    session.templates.linesOfTemplate(id, 0, 1e6).lines.map(({ line }) => line),
  );
  const records = lines
    .toSorted((a, b) => a - b)
    .map((line, i) => {
      const cut = session.cutter.cut(i as RecordIndex, texts);
      const message = Buffer.from(cut.message).toString();
      return {
        line,
        time: cut.time,
        level: cut.level,
        component: cut.component,
        message,
        fields: cut.fields,
      };
    });
  const analysis = finish(session.analyse(texts));
  return {
    format: analysis.sources[0].format,
    patterns: templates.map(({ pattern }) => pattern),
    records,
    lines: analysis.sources[0].lines,
  };
}

function finish<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
