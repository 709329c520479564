/**
 * A query of several lines on one, without its comments, as a line to type in can show it. As it is where a string in it goes over a
 * line end.
 */
export declare function onOneLine(logql: string): string;
