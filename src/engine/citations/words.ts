/** Words that say nothing of what happened: of grammar, of time and place in a log, and what leads to a citation. */
const stopWords = new Set(
  (
    'a about after again all also an and any are as at be because been before being between both but by can could did do does ' +
    'during each every few first for from had has have how if in into is it its itself just last later least less line lines ' +
    'log logs many may message messages might more most no nor not of off on once one only or other our out over own record ' +
    'records same see seen several she shows shown should since so some such than that the their them then there these they ' +
    'this those through to too two three until up very was we were what when where which while who why will with within would ' +
    'you your time times entry entries evidence citation citations source sources 日志 参见 证据 如下 所示 引用 其中 因此 随后 此时 这里 因为 可以'
  ).split(' '),
);
const leastLetters = 3;
const word = /\p{Script=Han}+|[\p{L}\p{M}]+/gu;
const isHan = /^\p{Script=Han}/u;
const camelHump = /(?<=\p{Ll})(?=\p{Lu})/u;

/** What a text says, as stems; of Chinese each two characters that stand side by side. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const [run] of text.matchAll(word)) {
    if (isHan.test(run)) addPairs(run, stems);
    else for (const part of run.split(camelHump)) addStem(part.toLowerCase(), stems);
  }
  return stems;
}

function addStem(lower: string, stems: Set<string>): void {
  if (lower.length >= leastLetters && !stopWords.has(lower)) stems.add(stem(lower));
}

function addPairs(run: string, stems: Set<string>): void {
  const characters = [...run];
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = characters[at] + characters[at + 1];
    if (!stopWords.has(pair)) stems.add(pair);
  }
}

/** Longest first; what is left has at least three letters. */
const endings = 'ations ation ments ment ities ions ing ied ies ion ity ers ure ed es er ly s e'.split(' ');
const leastStem = 3;

/** So that `connections`, `connected` and `connecting` are one; what it makes is compared, never shown. */
function stem(lower: string): string {
  const ending = endings.find((end) => lower.endsWith(end) && lower.length - end.length >= leastStem);
  const bare = ending === undefined ? lower : lower.slice(0, -ending.length);
  return bare
    .replace(/y$/, 'i')
    .replace(/i$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}
