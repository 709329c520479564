import type { ReadContext } from '../formats/format';
import type { Assembly } from './assembly';
import { recogniseCsv } from './csv';
import { recogniseW3c } from './w3c-assembly';
import { recogniseWindowsXml } from './windows-xml';

/** How the records of a source are put together where its first lines (without ANSI sequences) are of a format that spans lines. */
export function recogniseAssembly(head: readonly Uint8Array[], context: ReadContext): Assembly | undefined {
  return recogniseWindowsXml(head, context) ?? recogniseW3c(head, context) ?? recogniseCsv(head, context);
}
