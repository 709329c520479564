/** The first, and others at even distances: the same ones whenever it is done. A limit of null takes all. */
export function evenly<Each>(all: readonly Each[], limit: number | null): readonly Each[] {
  if (limit === null || limit >= all.length) return all;
  return Array.from({ length: limit }, (_, at) => all[Math.floor((at * all.length) / limit)]);
}
