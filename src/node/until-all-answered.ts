/**
 * Asks about one after the other, so many at a time. The first that fails stops the asking: it rejects with that when those under way
 * have ended.
 */
export async function untilAllAnswered<Question>(
  questions: Iterable<Question>,
  width: number,
  ask: (question: Question, index: number) => Promise<void>,
): Promise<void> {
  const left = questions[Symbol.iterator]();
  const failures: unknown[] = [];
  let asked = 0;
  const asker = async () => {
    for (let next = left.next(); !next.done && failures.length === 0; next = left.next())
      await ask(next.value, asked++).catch((error) => failures.push(error));
  };
  await Promise.all(Array.from({ length: width }, asker));
  if (failures.length > 0) throw failures[0];
}
