import type { Workbench } from '../harness/workbench';

/** What is written on the marked lines on screen, editor group by editor group from the left. */
export function markedTexts({ page }: Workbench): Promise<string[][]> {
  return page.locator('.editor-group-container').evaluateAll((groups) => {
    // A line's background and its text are siblings far apart: they have the same distance from the top.
    const topOf = (line: { getAttribute(name: string): string | null }) =>
      /top: *[\d.]+px/.exec(line.getAttribute('style') ?? '')?.[0];
    return groups.map((group) => {
      const backgrounds = [...group.querySelectorAll('.view-overlays > div')];
      const marked = backgrounds.filter((line) => line.querySelector('[class*="ced-"]')).map(topOf);
      const texts = [...group.querySelectorAll('.view-lines > .view-line')];
      return texts
        .filter((line) => marked.includes(topOf(line)))
        .map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '));
    });
  });
}
