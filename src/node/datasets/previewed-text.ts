import type { DatasetFormat, WriterSettings } from '../../engine/dataset/formats/format';
import type { DatasetSequence } from '../../engine/dataset/sequence';

/** What is read of one example; a session may have thousands of records. */
const longest = 6000;

/** A sequence as its file would hold it: JSON with line breaks, or the rows of a table under its names. */
export function previewedText(
  format: DatasetFormat,
  settings: WriterSettings,
  sequence: DatasetSequence,
): { readonly text: string; readonly isCut: boolean } {
  const writer = format.writer(settings);
  const whole = writer.head() + writer.write(sequence) + writer.end();
  const text = format.ending === 'jsonl' ? JSON.stringify(JSON.parse(whole), null, 2) : whole;
  if (text.length <= longest) return { text: text.trimEnd(), isCut: false };
  const isHalf = /[\ud800-\udbff]/.test(text[longest - 1]);
  return { text: text.slice(0, isHalf ? longest - 1 : longest), isCut: true };
}
