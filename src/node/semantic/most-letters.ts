/** Of a text: more than its first tokens can come from in any language. A line of a megabyte is cut to this before it is looked at. */
export const mostLetters = 4000;
