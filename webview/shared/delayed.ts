/** Runs `work` when nobody asked for it again for so long. */
export function delayed(milliseconds: number, work: () => void): { ask(): void; now(): void; drop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const drop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const now = () => {
    drop();
    work();
  };
  const ask = () => {
    drop();
    timer = setTimeout(now, milliseconds);
  };
  return { ask, now, drop };
}
