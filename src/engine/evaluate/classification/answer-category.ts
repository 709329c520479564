import { chineseInstructions } from '../../dataset/instructions/chinese';
import { englishInstructions } from '../../dataset/instructions/english';
import { evenSpace, memberOf, objectsIn, wordsOf } from './answer-objects';

const longestRead = 20_000;
const said =
  /(?:\b(?:category|kind|type|class)\b(?:\s+of(?:\s+the)?\s+(?:problem|anomaly|fault))?|类别|类型|分类)\s*(?:is|为|是)?\s*[:：=]?\s*([^\n.。;；,，]{1,60})/giu;
const categoryMembers = /^(?:category|kind|type|类别|类型|分类)$/i;

/**
 * Which of the categories an answer names where it says which one it is ("Category: network", "类别：网络", a member of JSON). Null where
 * it does not: words such as "database" stand in reasons, too.
 */
export function categoryIn(answer: string, categories: readonly string[]): string | null {
  const text = answer.slice(0, longestRead);
  const members = objectsIn(text).map((object) => wordsOf(memberOf(object, categoryMembers)));
  const places = [
    ...members,
    ...Array.from(evenSpace(text.replace(/[*_`]/g, '')).matchAll(said), ([, name]) => name),
  ];
  for (const place of places) {
    const found = firstNamed(place, categories);
    if (found !== null) return found;
  }
  return null;
}

function firstNamed(place: string, categories: readonly string[]): string | null {
  const text = place.toLowerCase();
  const named = categories
    .map((category) => ({ category, at: firstPlace(text, namesOf(category)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return named[0]?.category ?? null;
}

function firstPlace(text: string, names: readonly string[]): number {
  const places = names.map((name) => text.indexOf(name.toLowerCase())).filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

/** In the words of both instruction sets. */
function namesOf(category: string): readonly string[] {
  const sets = [englishInstructions.categories, chineseInstructions.categories];
  const key = sets.flatMap((names) => Object.keys(names)).find((name) => isNamed(name, category)) ?? category;
  return [category, ...sets.flatMap((names) => (Object.hasOwn(names, key) ? [names[key]] : []))];
}

function isNamed(key: string, category: string): boolean {
  return (
    key === category ||
    englishInstructions.categories[key] === category ||
    chineseInstructions.categories[key] === category
  );
}
