const eulerMascheroni = 0.5772156649;

/**
 * c(n) of Liu, Ting and Zhou, "Isolation Forest" (ICDM 2008), equation 1: the mean path length of an
 * unsuccessful search in a binary search tree of n rows; 10.245 for 256. Scores are normalised by it.
 */
export function paperPathLength(rows: number): number {
  if (rows <= 1) return 0;
  if (rows === 2) return 1;
  return 2 * (Math.log(rows - 1) + eulerMascheroni) - (2 * (rows - 1)) / rows;
}

/**
 * What `ml-isolation-forest` 0.1.0 takes for c(n): it drops the factor 2 on Euler's constant (9.668 for
 * 256). Added at leaves that still hold several rows, so that path lengths equal the library's.
 */
export function libraryPathLength(rows: number): number {
  if (rows <= 1) return 0;
  if (rows === 2) return 1;
  return 2 * Math.log(rows - 1) + 0.57721 - (2 * (rows - 1)) / rows;
}
