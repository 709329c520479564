/** Rows of `dimensions` numbers, one row after the other, each of length 1; a row of zeros is a text that says nothing. */
export interface Vectors {
  readonly dimensions: number;
  readonly rows: Float32Array;
}

/** A model's folder, opened. */
export interface OpenedModel {
  /** Names its content: what was made by one model is worth nothing beside what another made. */
  readonly model: string;
  /** What a classifier can say, in its order; none of a model that only embeds. */
  readonly labels: readonly string[];
}

export interface Classified {
  readonly label: string;
  /** How sure the model says it is, 0 to 1. */
  readonly score: number;
}

export type ModelKind = 'embedding' | 'classification';

export interface OpenModelRequest {
  readonly folder: string;
  readonly kind: ModelKind;
}

/** Of `folder`, which is opened where it is not yet. */
export interface TextsRequest {
  readonly folder: string;
  readonly texts: readonly string[];
}

export interface NearestRequest {
  readonly vectors: Vectors;
  /** One row. */
  readonly query: Float32Array;
  readonly most: number;
}

export interface Near {
  readonly index: number;
  /** Cosine, -1 to 1. */
  readonly score: number;
}

export interface ClustersRequest {
  readonly vectors: Vectors;
  /** The least cosine that two groups have on average and still become one. */
  readonly least: number;
}

/** Members the most central first; the largest cluster first. */
export type Cluster = readonly number[];

export interface NoveltyRequest {
  readonly vectors: Vectors;
  readonly known: Vectors;
}

export interface Novelty {
  readonly index: number;
  /** Of `known`, the most alike; -1 where nothing is known. */
  readonly nearest: number;
  /** 0 says the same, 1 has nothing in common: one minus the cosine. */
  readonly distance: number;
}

/** What the thread of the model answers. Rejects with InputError where a folder holds no model it can run. */
export interface SemanticWorkerApi {
  open(request: OpenModelRequest): OpenedModel;
  embed(request: TextsRequest): Vectors;
  classify(request: TextsRequest): readonly Classified[];
  /** The most alike first; equals in the order of their rows. */
  nearest(request: NearestRequest): readonly Near[];
  clusters(request: ClustersRequest): readonly Cluster[];
  /** The furthest from all that is known first. */
  novelty(request: NoveltyRequest): readonly Novelty[];
  /** What a baseline file knows, one text a kind of line. Rejects with InputError. */
  knownTexts(path: string): readonly string[];
}
