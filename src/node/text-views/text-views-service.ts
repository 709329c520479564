import { asColumns, columnsOf } from '../../engine/columns/columns';
import { fieldsOfLog } from '../../engine/columns/field-choice';
import { escapedLine, withoutEscapes } from '../../engine/text/ansi-escapes';
import { type Port, Rpc } from '../../protocol/rpc';
import type { TextViewsApi } from '../../protocol/text-views';

const lineEnds = /\r\n|\r|\n/;

/** Answers the extension host; remembers nothing. */
export function answerTextViews(port: Port): void {
  new Rpc<TextViewsApi, object>(port, {
    ansiOf: (lines) => lines.map(escapedLine),
    withoutAnsi: (text) => withoutEscapes(text),
    fieldsOf: (text) => fieldsOfLog(linesOf(text)),
    columnsOf: ({ text, fields }) => columnsOf(linesOf(text), fields),
    asColumns: ({ text, fields }) => asColumns(linesOf(text), fields).join('\n'),
  });
}

/** Colours of the terminal are no part of a record. */
function linesOf(text: string): readonly string[] {
  return withoutEscapes(text).split(lineEnds);
}
