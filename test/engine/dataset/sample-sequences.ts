import type { DatasetSequence, SequenceRecord } from '../../../src/engine/dataset/sequence';

interface Told {
  readonly id?: string;
  readonly label?: DatasetSequence['label'];
  readonly category?: string | null;
  readonly reasons?: readonly string[];
  readonly templates?: readonly string[];
  readonly source?: string;
  readonly session?: string | null;
}

/** A sequence of the records named, the rest as it usually is. */
export function sequenceOf(texts: readonly string[], told: Told = {}): DatasetSequence {
  const { id = 'order-1', label = 'normal', templates = texts, category = null, reasons = [] } = told;
  const records = texts.map(
    (text, index): SequenceRecord => ({
      text,
      line: index + 1,
      level: 'info',
      time: null,
      templateId: index,
      template: templates[index],
    }),
  );
  const { source = 'shop.log', session = null } = told;
  return { id, label, category, reasons, records, session, start: null, end: null, source };
}
