/**
 * Lines of a text, one after the other, as `text.split(end)` gives them; `end` is what ends a line, a regular expression with
 * the flag `g`.
 * @yields the next line
 */
export function* eachLine(text: string, end: RegExp): Generator<string, undefined> {
  let from = 0;
  for (;;) {
    end.lastIndex = from;
    const found = end.exec(text);
    if (!found) break;
    yield text.slice(from, found.index);
    from = found.index + found[0].length;
  }
  yield text.slice(from);
  return undefined;
}
