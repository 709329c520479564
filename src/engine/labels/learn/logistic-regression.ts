import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** One thing to learn from, and how much it counts. */
export interface Example {
  readonly values: ArrayLike<number>;
  readonly isPositive: boolean;
  /** Above 0. */
  readonly weight: number;
}

export interface LogisticModel {
  readonly bias: number;
  /** By place among the values; none is below 0. */
  readonly weights: Float64Array;
}

/** What is believed of the weights, not of the bias, before any example is seen: a normal distribution. */
export interface Prior {
  readonly mean: number;
  /** 1 / variance, above 0: separable examples, as fifty labels often are, have no finite optimum without (Albert and Anderson 1984). */
  readonly precision: number;
}

const mostSteps = 50;
const smallEnough = 1e-9;
/** Halvings of a step that made things worse; near the optimum one is enough. */
const mostHalvings = 20;
/** Of the bias: just so much that the matrix can be inverted where all examples are surely told. */
const biasPrecision = 1e-6;

/**
 * The weights that are likeliest after the examples, none below 0: a value never speaks against what it was made to find. By Newton's
 * method, which for this function is iteratively reweighted least squares; what ends below 0 is left out, the lowest first, and the rest
 * fitted again. Nothing is drawn: equal examples in equal order give equal weights.
 */
export function fitLogistic(examples: readonly Example[], width: number, prior: Prior): LogisticModel {
  let active = Array.from({ length: width }, (_, place) => place);
  for (;;) {
    const fitted = new Fitting(examples, active, prior).optimum();
    const lowest = Math.min(0, ...fitted.slice(1));
    if (lowest === 0) return modelOf(fitted, active, width);
    active = active.filter((_, i) => fitted[i + 1] > lowest);
  }
}

export function logit({ bias, weights }: LogisticModel, values: ArrayLike<number>): number {
  return weights.reduce((sum, weight, place) => sum + weight * values[place], bias);
}

function modelOf(fitted: Float64Array, active: readonly number[], width: number): LogisticModel {
  const weights = new Float64Array(width);
  for (const [i, place] of active.entries()) weights[place] = fitted[i + 1];
  return { bias: fitted[0], weights };
}

interface Point {
  /** Bias first, then a weight an active place. */
  readonly at: Float64Array;
  readonly loss: number;
}

class Fitting {
  private readonly rows: readonly Float64Array[];
  private readonly size: number;

  constructor(
    private readonly examples: readonly Example[],
    active: readonly number[],
    private readonly prior: Prior,
  ) {
    this.rows = examples.map(({ values }) => Float64Array.from([1, ...active.map((place) => values[place])]));
    this.size = active.length + 1;
  }

  optimum(): Float64Array {
    const start = new Float64Array(this.size);
    let point: Point = { at: start, loss: this.lossAt(start) };
    for (let step = 0; step < mostSteps; step++) {
      const next = this.improved(point);
      if (next === undefined) return point.at;
      const gain = point.loss - next.loss;
      point = next;
      if (gain < smallEnough) return point.at;
    }
    return point.at;
  }

  /** Undefined where no step along Newton's direction makes it better. */
  private improved({ at, loss }: Point): Point | undefined {
    const direction = this.direction(at);
    for (let halving = 0, length = 1; halving < mostHalvings; halving++, length /= 2) {
      const next = at.map((value, i) => value - length * direction[i]);
      const nextLoss = this.lossAt(next);
      if (nextLoss < loss) return { at: next, loss: nextLoss };
    }
    return undefined;
  }

  /** Hessian⁻¹ × gradient. */
  private direction(at: Float64Array): number[] {
    const { size } = this;
    const gradient = Array.from(at, (value, i) => this.precisionOf(i) * this.beyond(value, i));
    const hessian = new Float64Array(size * size);
    for (let i = 0; i < size; i++) hessian[i * size + i] = this.precisionOf(i);
    for (const [i, row] of this.rows.entries()) {
      const { isPositive, weight } = this.examples[i];
      const chance = sigmoid(dot(at, row));
      const slope = weight * (chance - (isPositive ? 1 : 0));
      for (let a = 0; a < size; a++) gradient[a] += slope * row[a];
      addOuter(hessian, row, weight * chance * (1 - chance));
    }
    const square = Matrix.from1DArray(size, size, hessian);
    return new CholeskyDecomposition(square).solve(Matrix.columnVector(gradient)).to1DArray();
  }

  private lossAt(at: Float64Array): number {
    let loss = 0;
    for (const [i, value] of at.entries()) loss += (this.precisionOf(i) * this.beyond(value, i) ** 2) / 2;
    for (const [i, row] of this.rows.entries()) {
      const { isPositive, weight } = this.examples[i];
      const margin = dot(at, row);
      loss += weight * softPlus(isPositive ? -margin : margin);
    }
    return loss;
  }

  private precisionOf(place: number): number {
    return place === 0 ? biasPrecision : this.prior.precision;
  }

  private beyond(value: number, place: number): number {
    return place === 0 ? value : value - this.prior.mean;
  }
}

/** Both halves are given the same numbers: the decomposition asks for exact symmetry. */
function addOuter(square: Float64Array, row: Float64Array, factor: number): void {
  const size = row.length;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      const cell = square[a * size + b] + factor * row[a] * row[b];
      square[a * size + b] = cell;
      square[b * size + a] = cell;
    }
  }
}

export function sigmoid(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}

/** log(1 + eˣ), without overflow. */
function softPlus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
