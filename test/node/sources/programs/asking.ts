import type { Sentence } from '../../../../src/engine/model/finding';
import type { Asking, SourceBatch } from '../../../../src/node/sources/source-reader';
import type { Transport } from '../../../../src/node/sources/transport';
import { sentenceText } from '../../../../src/protocol/sentence';
import type { LastEntries } from '../../../../src/protocol/sources';

/** A conversation with a source that needs no network. */
export class ProgramAsking implements Asking {
  readonly notes: string[] = [];
  readonly phases: string[] = [];
  readonly shares: (number | null)[] = [];
  isMissing = false;
  last: LastEntries | null = null;
  private readonly controller = new AbortController();
  readonly now = Date.now;

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get transport(): Transport {
    throw new Error('Programs are not asked over HTTP.');
  }

  readonly wait = (): Promise<void> => {
    throw new Error('Nobody waits for a program.');
  };

  readonly note = (sentence: Sentence, missing?: 'missing'): void => {
    this.notes.push(sentenceText(sentence));
    if (missing) this.isMissing = true;
  };

  readonly tell: Asking['tell'] = ({ phase, share }) => {
    if (phase) this.phases.push(phase);
    if (share !== undefined) this.shares.push(share);
  };

  readonly reached = (last: LastEntries): void => {
    this.last = last;
  };

  cancel(): void {
    this.controller.abort();
  }
}

/** All batches of bytes as one text. */
export async function writtenText(batches: AsyncIterable<SourceBatch>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const batch of batches) if (batch.kind === 'bytes') chunks.push(batch.bytes);
  return Buffer.concat(chunks).toString();
}
