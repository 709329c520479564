/**
 * Makes `target` what `made` is and keeps every node that can stay, so that a selection, the focus and what a reader opened stay
 * where they were while text is still coming.
 */
export function patch(target: Element, made: Element): void {
  patchAttributes(target, made);
  const wanted = [...made.childNodes];
  for (const [index, child] of wanted.entries()) {
    const present = target.childNodes[index];
    if (present === undefined) target.append(child);
    else patchNode(present, child);
  }
  while (target.childNodes.length > wanted.length) target.lastChild?.remove();
}

/** What a patch cannot make of another: it is put in its place. */
export function isPatchable(present: Node, wanted: Node): boolean {
  return present.nodeType === wanted.nodeType && present.nodeName === wanted.nodeName;
}

function patchNode(present: ChildNode, wanted: ChildNode): void {
  if (!isPatchable(present, wanted)) present.replaceWith(wanted);
  else if (present instanceof Element && wanted instanceof Element) patch(present, wanted);
  else if (present instanceof Text && wanted instanceof Text) patchText(present, wanted.data);
}

/** Text that is added leaves a selection in the former alone; text that is replaced does not. */
function patchText(present: Text, data: string): void {
  if (present.data === data) return;
  if (data.startsWith(present.data)) present.appendData(data.slice(present.data.length));
  else present.data = data;
}

/** What is open a reader opened. */
function patchAttributes(target: Element, made: Element): void {
  for (const { name } of [...target.attributes])
    if (name !== 'open' && !made.hasAttribute(name)) target.removeAttribute(name);
  for (const { name, value } of made.attributes)
    if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}
