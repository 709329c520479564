import type { PriorCounts, PriorMessage } from '../features/prior-counts';
import type { SignatureId, TemplateId } from '../model/units';
import { glueOfText, tokensOfText } from '../templates/signature-text';
import { saltOfGlue } from '../templates/tokens';
import type { BaselineModel, FeatureCodes, KnownColumn, Variation } from './baseline-model';
import { foldedColumn, placeKey } from './column-fold';

/** What a baseline needs of the session it is used in. */
export interface PriorMiner {
  signatureOfShape(shape: { texts: readonly string[]; glue: string }, salt: number): SignatureId;
  templateOf(signature: SignatureId): TemplateId;
}

export interface PriorComponents {
  idOf(bytes: Uint8Array, start: number, end: number): number;
}

/** The strangest record of a message. */
export interface KnownRow {
  readonly signature: SignatureId;
  readonly codes: FeatureCodes;
}

/** Sixteenths, as a model keeps logarithms. */
export const logScale = 16;
/** Shares are kept in millionths. */
export const shareScale = 1_000_000;
/** Sessions that are handed on of one model: learning takes each by itself. */
const mostSequences = 1 << 15;

/**
 * A model in the numbers of the session that uses it. Its messages go to the session's own miner, behind those of the log, so the
 * log's templates keep their ids and both have the same ones.
 */
export class BaselinePrior {
  readonly counts: PriorCounts;
  readonly strangest: readonly KnownRow[];
  readonly sample: BaselineModel['sample'];
  readonly variation: Variation;
  private readonly signatures: readonly SignatureId[];
  private columnOf: ReadonlyMap<string, KnownColumn> | undefined;

  constructor(
    private readonly model: BaselineModel,
    private readonly miner: PriorMiner,
    components: PriorComponents,
  ) {
    this.signatures = model.messages.map(({ text }) => signatureOf(text, miner));
    this.variation = model.variation;
    this.sample = model.sample;
    this.counts = {
      records: model.records,
      messages: messagesOf(model, this.signatures),
      components: componentsOf(model, components),
      transitions: model.transitions.map(([from, to, count]) => [
        this.signatures[from],
        this.signatures[to],
        count,
      ]),
    };
    this.strangest = model.messages.flatMap(({ strangest }, i) =>
      strangest === null ? [] : [{ signature: this.signatures[i], codes: strangest.codes }],
    );
  }

  /** By template, the greatest share of the records that its messages had in an eighth of a good log; 0 to 1. */
  peaks(templateLimit: number): Float64Array {
    const peaks = new Float64Array(templateLimit);
    this.model.messages.forEach(({ peak }, i) => {
      peaks[this.miner.templateOf(this.signatures[i])] += peak / shareScale;
    });
    return peaks;
  }

  /** What is known of the values at a place; `key` is `placeKey` of the session's template. */
  column(key: string): KnownColumn | undefined {
    this.columnOf ??= this.columnsByPlace();
    return this.columnOf.get(key);
  }

  /** The ways whole sessions went, as events of the session's templates, and how many to count for each. */
  sequences(): { readonly templates: Uint32Array; readonly count: number }[] {
    const all = this.model.sequences.reduce((sum, { count }) => sum + count, 0);
    const part = Math.min(1, mostSequences / Math.max(1, all));
    return this.model.sequences.map(({ events, count }) => ({
      templates: Uint32Array.from(events, (message) => this.miner.templateOf(this.signatures[message])),
      count: Math.ceil(count * part),
    }));
  }

  private columnsByPlace(): ReadonlyMap<string, KnownColumn> {
    const columns = new Map<string, KnownColumn>();
    for (const column of this.model.columns) {
      const key = placeKey(this.miner.templateOf(this.signatures[column.message]), column);
      const known = columns.get(key);
      columns.set(key, known === undefined ? column : foldedColumn(known, column));
    }
    return columns;
  }
}

function signatureOf(text: string, miner: PriorMiner): SignatureId {
  const glue = glueOfText(text);
  return miner.signatureOfShape({ texts: tokensOfText(text), glue }, saltOfGlue(glue));
}

/** Where the miner is full, several messages have one signature: then theirs are added. */
function messagesOf({ messages }: BaselineModel, signatures: readonly SignatureId[]): PriorMessage[] {
  return messages.map(({ levels, episodes, measured, logBytes }, i) => ({
    signature: signatures[i],
    records: levels.reduce((sum, count) => sum + count, 0),
    levels,
    episodes,
    measured,
    logBytes: logBytes / logScale,
  }));
}

function componentsOf(model: BaselineModel, components: PriorComponents): [number, number][] {
  return model.components.map(([name, count]) => {
    const bytes = new TextEncoder().encode(name);
    return [components.idOf(bytes, 0, bytes.length), count];
  });
}
