/** Coefficients of Lanczos' series for g = 7 (Press et al., Numerical Recipes, 3rd edition, 6.1, has the method); 15 digits. */
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** ln Γ(x), x > 0.5. */
function lnGamma(x: number): number {
  const at = x - 1;
  const sum = lanczos.slice(1).reduce((series, c, i) => series + c / (at + i + 1), lanczos[0]);
  const shifted = at + 7.5;
  return Math.log(Math.sqrt(2 * Math.PI)) + (at + 0.5) * Math.log(shifted) - shifted + Math.log(sum);
}

const mostTerms = 300;
const enough = 1e-12;
const tiny = 1e-300;

/** The continued fraction of the incomplete beta function, by Lentz' method (DLMF 8.17.22). */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let i = 1; i <= mostTerms; i++) {
    const even = (i * (b - i) * x) / ((a + 2 * i - 1) * (a + 2 * i));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + i) * (a + b + i) * x) / ((a + 2 * i) * (a + 2 * i + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < enough) break;
  }
  return fraction;
}

function nonZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** ln of the regularised incomplete beta function I_x(a, b). */
function lnBetaShare(a: number, b: number, x: number): number {
  if (x <= 0) return Number.NEGATIVE_INFINITY;
  if (x >= 1) return 0;
  const lnFront = lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  if (x < (a + 1) / (a + b + 2)) return lnFront + Math.log(betaFraction(a, b, x) / a);
  return Math.log(Math.max(tiny, 1 - Math.exp(lnFront + Math.log(betaFraction(b, a, 1 - x) / b))));
}

/** ln of the chance that Student's t with `degrees` of freedom lies at least so far from 0, on either side. */
export function lnTailOfT(t: number, degrees: number): number {
  return lnBetaShare(degrees / 2, 0.5, degrees / (degrees + t * t));
}

const z975 = 1.959963984540054;

/**
 * What nineteen of twenty values of Student's t lie within, on both sides of 0: Cornish and Fisher's expansion around the normal
 * one (Abramowitz and Stegun 26.7.5), within 1 % from 4 degrees on.
 */
export function t95(degrees: number): number {
  const z = z975;
  const [z3, z5] = [z ** 3, z ** 5];
  return z + (z3 + z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2);
}
