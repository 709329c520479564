const rounds = 5;

/** @param {Iterator<unknown, unknown>} steps */
export function run(steps) {
  const start = performance.now();
  const before = process.cpuUsage();
  let [last, longest] = [start, 0];
  for (let isDone = false; !isDone; ) {
    isDone = steps.next().done === true;
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  const { user, system } = process.cpuUsage(before);
  return { took: last - start, longest, cpu: (user + system) / 1000 };
}

/**
 * Milliseconds a question takes: the first time, the least of five that follow, what these take of the CPU (which other work does
 * not lengthen much), and the longest piece between two looks for a cancellation. @param {string} question @param {() => Iterator<unknown, unknown>} ask
 */
export function measured(question, ask) {
  const first = run(ask());
  const others = Array.from({ length: rounds }, () => run(ask()));
  const best = others.reduce((one, other) => (other.took < one.took ? other : one));
  const cpu = Math.min(...others.map((one) => one.cpu));
  const [whenFirst, least, work, piece] = [first.took, best.took, cpu, best.longest].map(Math.round);
  return { question, first: whenFirst, best: least, 'of the CPU': work, 'longest piece': piece };
}
